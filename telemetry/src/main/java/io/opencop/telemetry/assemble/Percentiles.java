package io.opencop.telemetry.assemble;

/** Percentiles by nearest rank: always a value that occurred. */
public final class Percentiles {
  private Percentiles() {}

  /** The rank, from 1, of quantile {@code q} among {@code n} values: {@code ceil(q * n)}. */
  public static long rank(double q, long n) {
    return Math.clamp((long) Math.ceil(q * n), 1, Math.max(1, n));
  }

  /**
   * @param sorted ascending, not empty
   */
  public static long of(long[] sorted, double q) {
    return sorted[(int) rank(q, sorted.length) - 1];
  }
}
