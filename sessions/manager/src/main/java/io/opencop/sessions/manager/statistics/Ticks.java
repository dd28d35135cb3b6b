package io.opencop.sessions.manager.statistics;

/**
 * Time in units of 2^-30 seconds (0.93 ns), so that the buckets of a {@link LogHistogram} are
 * buckets of seconds in OpenTelemetry's exponential histogram as well.
 */
public final class Ticks {
  /** 2^n ticks are a second. */
  public static final int POWER = 30;

  private static final long A_SECOND = 1L << POWER;

  private Ticks() {}

  /** Nanoseconds as ticks; off by less than a millionth. */
  static long of(long nanos) {
    // 2^30 / 10^9 is 1 + 77,324 / 2^20.
    return nanos + ((nanos * 77_324) >> 20);
  }

  public static double millis(double ticks) {
    return ticks * 1e3 / A_SECOND;
  }

  public static double seconds(double ticks) {
    return ticks / A_SECOND;
  }
}
