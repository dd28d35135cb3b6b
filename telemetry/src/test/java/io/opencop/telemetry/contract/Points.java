package io.opencop.telemetry.contract;

import io.opentelemetry.proto.metrics.v1.AggregationTemporality;
import io.opentelemetry.proto.metrics.v1.ExponentialHistogram;
import io.opentelemetry.proto.metrics.v1.ExponentialHistogramDataPoint;
import io.opentelemetry.proto.metrics.v1.Gauge;
import io.opentelemetry.proto.metrics.v1.Histogram;
import io.opentelemetry.proto.metrics.v1.HistogramDataPoint;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.metrics.v1.NumberDataPoint;
import io.opentelemetry.proto.metrics.v1.Sum;
import io.opentelemetry.proto.metrics.v1.Summary;
import io.opentelemetry.proto.metrics.v1.SummaryDataPoint;
import io.opentelemetry.proto.metrics.v1.SummaryDataPoint.ValueAtQuantile;
import java.time.Instant;
import java.util.Arrays;

/** Metrics of every type in few words. */
public final class Points {
  private Points() {}

  public static NumberDataPoint.Builder point(
      Instant start, Instant time, double value, Object... attributes) {
    return NumberDataPoint.newBuilder()
        .setStartTimeUnixNano(start == null ? 0 : Otlp.nanos(start))
        .setTimeUnixNano(Otlp.nanos(time))
        .setAsDouble(value)
        .addAllAttributes(Otlp.attributes(attributes));
  }

  public static Metric.Builder gauge(String name, String unit, NumberDataPoint.Builder... points) {
    Gauge.Builder g = Gauge.newBuilder();
    Arrays.asList(points).forEach(g::addDataPoints);
    return metric(name, unit).setGauge(g);
  }

  public static Metric.Builder sum(
      String name, boolean delta, boolean monotonic, NumberDataPoint.Builder... points) {
    Sum.Builder s = Sum.newBuilder().setAggregationTemporality(temporality(delta));
    Arrays.asList(points).forEach(s::addDataPoints);
    return metric(name, "{request}").setSum(s.setIsMonotonic(monotonic));
  }

  /**
   * @param counts one more than bounds
   */
  public static HistogramDataPoint.Builder buckets(
      Instant start, Instant time, double sum, double[] bounds, long... counts) {
    HistogramDataPoint.Builder p =
        HistogramDataPoint.newBuilder()
            .setStartTimeUnixNano(Otlp.nanos(start))
            .setTimeUnixNano(Otlp.nanos(time))
            .setSum(sum)
            .setCount(Arrays.stream(counts).sum());
    Arrays.stream(bounds).forEach(p::addExplicitBounds);
    Arrays.stream(counts).forEach(p::addBucketCounts);
    return p;
  }

  public static Metric.Builder histogram(
      String name, boolean delta, HistogramDataPoint.Builder... points) {
    Histogram.Builder h = Histogram.newBuilder().setAggregationTemporality(temporality(delta));
    Arrays.asList(points).forEach(h::addDataPoints);
    return metric(name, "ms").setHistogram(h);
  }

  public static ExponentialHistogramDataPoint.Builder exponential(
      Instant start, Instant time, int scale, double sum, long zeros, int offset, long... counts) {
    ExponentialHistogramDataPoint.Builder p =
        ExponentialHistogramDataPoint.newBuilder()
            .setStartTimeUnixNano(Otlp.nanos(start))
            .setTimeUnixNano(Otlp.nanos(time))
            .setScale(scale)
            .setSum(sum)
            .setZeroCount(zeros)
            .setCount(zeros + Arrays.stream(counts).sum());
    p.getPositiveBuilder().setOffset(offset);
    Arrays.stream(counts).forEach(c -> p.getPositiveBuilder().addBucketCounts(c));
    return p;
  }

  public static Metric.Builder exponential(
      String name, boolean delta, ExponentialHistogramDataPoint.Builder... points) {
    ExponentialHistogram.Builder h =
        ExponentialHistogram.newBuilder().setAggregationTemporality(temporality(delta));
    Arrays.asList(points).forEach(h::addDataPoints);
    return metric(name, "ms").setExponentialHistogram(h);
  }

  /** Quantile, value, quantile, value ... */
  public static Metric.Builder summary(
      String name, Instant start, Instant time, long count, double sum, double... quantiles) {
    SummaryDataPoint.Builder p =
        SummaryDataPoint.newBuilder()
            .setStartTimeUnixNano(Otlp.nanos(start))
            .setTimeUnixNano(Otlp.nanos(time))
            .setCount(count)
            .setSum(sum);
    for (int i = 0; i < quantiles.length; i += 2) {
      p.addQuantileValues(
          ValueAtQuantile.newBuilder().setQuantile(quantiles[i]).setValue(quantiles[i + 1]));
    }
    return metric(name, "ms").setSummary(Summary.newBuilder().addDataPoints(p));
  }

  private static Metric.Builder metric(String name, String unit) {
    return Metric.newBuilder().setName(name).setUnit(unit).setDescription("about " + name);
  }

  private static AggregationTemporality temporality(boolean delta) {
    return delta
        ? AggregationTemporality.AGGREGATION_TEMPORALITY_DELTA
        : AggregationTemporality.AGGREGATION_TEMPORALITY_CUMULATIVE;
  }
}
