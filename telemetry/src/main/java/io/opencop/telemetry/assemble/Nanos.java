package io.opencop.telemetry.assemble;

import java.time.Instant;

/** OTLP's nanoseconds since the epoch, and instants. */
public final class Nanos {
  private static final long SECOND = 1_000_000_000L;

  private Nanos() {}

  /** Nanoseconds since the epoch; instants outside 1677..2262 become the nearest that fits. */
  public static long of(Instant t) {
    long s = t.getEpochSecond();
    if (s >= Long.MAX_VALUE / SECOND) {
      return Long.MAX_VALUE;
    }
    return s <= Long.MIN_VALUE / SECOND ? Long.MIN_VALUE : s * SECOND + t.getNano();
  }

  public static Instant instant(long nanos) {
    return Instant.ofEpochSecond(Math.floorDiv(nanos, SECOND), Math.floorMod(nanos, SECOND));
  }

  /** Milliseconds with their fraction. */
  public static double toMs(long nanos) {
    return nanos / 1e6;
  }

  /** The nanoseconds that {@link #toMs} made milliseconds of. */
  public static long ofMs(double ms) {
    return Math.round(ms * 1e6);
  }

  /** Never negative; a span that ends before it starts, or never says when, took no time. */
  public static long duration(long start, long end) {
    return Math.max(0, end - start);
  }
}
