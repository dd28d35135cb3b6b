package io.opencop.telemetry.assemble.metric;

import java.util.SortedMap;

/** One data point. Times are nanoseconds since the epoch; a start of 0 is unknown. */
public sealed interface MetricPoint {
  long start();

  long time();

  /** OTLP's flag "no recorded value": the series ended here. */
  boolean noValue();

  /** Of a gauge or a sum. */
  record Value(long start, long time, boolean noValue, double value) implements MetricPoint {}

  /** Of a histogram of either kind. */
  record Histogram(long start, long time, boolean noValue, Distribution value)
      implements MetricPoint {}

  /**
   * Of a summary.
   *
   * @param quantiles value by quantile 0..1
   */
  record Summary(
      long start,
      long time,
      boolean noValue,
      double count,
      double sum,
      SortedMap<Double, Double> quantiles)
      implements MetricPoint {}
}
