package io.opencop.telemetry.assemble;

import io.opencop.telemetry.query.Red;
import io.opencop.telemetry.query.RedPoint;
import java.time.Instant;
import java.util.Arrays;

/** Rate, errors and duration out of exact durations. */
public final class Reds {
  private Reds() {}

  /**
   * @param seconds what the rate is over
   * @param durations nanoseconds, in any order
   */
  public static Red of(double seconds, long[] durations, long errors) {
    int n = durations.length;
    if (n == 0) {
      return none();
    }
    long[] sorted = durations.clone();
    Arrays.sort(sorted);
    double sum = Arrays.stream(sorted).asDoubleStream().sum();
    return new Red(
        n,
        errors,
        n / seconds,
        (double) errors / n,
        sum / n / 1e6,
        Nanos.toMs(Percentiles.of(sorted, 0.50)),
        Nanos.toMs(Percentiles.of(sorted, 0.95)),
        Nanos.toMs(Percentiles.of(sorted, 0.99)));
  }

  /** No traffic. */
  public static Red none() {
    return new Red(0, 0, 0, 0, null, null, null, null);
  }

  public static RedPoint point(Instant time, long[] durations, long errors) {
    if (durations.length == 0) {
      return new RedPoint(time, 0, 0, null, null, null);
    }
    long[] sorted = durations.clone();
    Arrays.sort(sorted);
    return new RedPoint(
        time,
        sorted.length,
        errors,
        Nanos.toMs(Percentiles.of(sorted, 0.50)),
        Nanos.toMs(Percentiles.of(sorted, 0.95)),
        Nanos.toMs(Percentiles.of(sorted, 0.99)));
  }
}
