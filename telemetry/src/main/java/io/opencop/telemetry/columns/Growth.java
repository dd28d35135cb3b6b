package io.opencop.telemetry.columns;

/** How long an array should become that must hold one more row. */
final class Growth {
  private static final int FIRST = 1024;

  private Growth() {}

  static int length(int have, int need) {
    long next = Math.max(FIRST, have + (long) (have >> 1));
    return (int) Math.min(Integer.MAX_VALUE - 8, Math.max(need, next));
  }
}
