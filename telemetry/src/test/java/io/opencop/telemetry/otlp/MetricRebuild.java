package io.opencop.telemetry.otlp;

import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.metrics.v1.Exemplar;
import io.opentelemetry.proto.metrics.v1.ExponentialHistogramDataPoint;
import io.opentelemetry.proto.metrics.v1.HistogramDataPoint;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.metrics.v1.NumberDataPoint;
import io.opentelemetry.proto.metrics.v1.ResourceMetrics;
import io.opentelemetry.proto.metrics.v1.ScopeMetrics;
import io.opentelemetry.proto.metrics.v1.SummaryDataPoint;
import java.util.ArrayList;
import java.util.List;

/** A handler that puts the request together again. */
final class MetricRebuild implements MetricHandler {
  private final OtlpLimits limits;
  private final ReadCounters counters = new ReadCounters();
  private final ExportMetricsServiceRequest.Builder request =
      ExportMetricsServiceRequest.newBuilder();
  private ResourceMetrics.Builder resource;
  private ScopeMetrics.Builder scope;
  private Metric.Builder metric;

  MetricRebuild(OtlpLimits limits) {
    this.limits = limits;
  }

  ExportMetricsServiceRequest build() {
    return request.build();
  }

  @Override
  public void resource(byte[] buf, int off, int len, int urlOff, int urlLen) {
    resource = request.addResourceMetricsBuilder();
    resource.setSchemaUrl(Rebuild.text(buf, urlOff, urlLen));
    resource.setResource(Heads.resource(buf, off, len, limits, counters));
  }

  @Override
  public void scope(byte[] buf, int off, int len, int urlOff, int urlLen) {
    scope = resource.addScopeMetricsBuilder();
    scope.setSchemaUrl(Rebuild.text(buf, urlOff, urlLen));
    scope.setScope(Heads.scope(buf, off, len, limits, counters));
  }

  @Override
  public void metric(MetricView v) {
    metric = scope.addMetricsBuilder();
    metric.setName(Rebuild.text(v.buf(), v.nameOff(), v.nameLen()));
    metric.setDescription(Rebuild.text(v.buf(), v.descriptionOff(), v.descriptionLen()));
    metric.setUnit(Rebuild.text(v.buf(), v.unitOff(), v.unitLen()));
    metric.addAllMetadata(Rebuild.attributes(v.attributes()));
    switch (v.kind()) {
      case GAUGE -> metric.getGaugeBuilder();
      case SUM ->
          metric
              .getSumBuilder()
              .setAggregationTemporalityValue(v.temporality())
              .setIsMonotonic(v.monotonic());
      case HISTOGRAM ->
          metric.getHistogramBuilder().setAggregationTemporalityValue(v.temporality());
      case EXPONENTIAL_HISTOGRAM ->
          metric.getExponentialHistogramBuilder().setAggregationTemporalityValue(v.temporality());
      case SUMMARY -> metric.getSummaryBuilder();
      case null -> {}
    }
  }

  @Override
  public void point(PointView v) {
    switch (v.metric().kind()) {
      case GAUGE -> metric.getGaugeBuilder().addDataPoints(number(v));
      case SUM -> metric.getSumBuilder().addDataPoints(number(v));
      case HISTOGRAM -> metric.getHistogramBuilder().addDataPoints(histogram(v));
      case EXPONENTIAL_HISTOGRAM ->
          metric.getExponentialHistogramBuilder().addDataPoints(exponential(v));
      case SUMMARY -> metric.getSummaryBuilder().addDataPoints(summary(v));
    }
  }

  private NumberDataPoint.Builder number(PointView v) {
    NumberDataPoint.Builder point =
        NumberDataPoint.newBuilder()
            .addAllAttributes(Rebuild.attributes(v.attributes()))
            .setStartTimeUnixNano(v.startNanos())
            .setTimeUnixNano(v.timeNanos())
            .addAllExemplars(exemplars(v))
            .setFlags(v.flags());
    if (v.numberKind() == ValueKind.INT) {
      point.setAsInt(v.number());
    } else if (v.numberKind() == ValueKind.DOUBLE) {
      point.setAsDouble(v.real());
    }
    return point;
  }

  private HistogramDataPoint.Builder histogram(PointView v) {
    HistogramDataPoint.Builder point =
        HistogramDataPoint.newBuilder()
            .addAllAttributes(Rebuild.attributes(v.attributes()))
            .setStartTimeUnixNano(v.startNanos())
            .setTimeUnixNano(v.timeNanos())
            .setCount(v.count())
            .addAllBucketCounts(longs(v.bucketCounts()))
            .addAllExplicitBounds(doubles(v.bounds()))
            .addAllExemplars(exemplars(v))
            .setFlags(v.flags());
    if (v.hasSum()) {
      point.setSum(v.sum());
    }
    if (v.hasMin()) {
      point.setMin(v.min());
    }
    if (v.hasMax()) {
      point.setMax(v.max());
    }
    return point;
  }

  private ExponentialHistogramDataPoint.Builder exponential(PointView v) {
    ExponentialHistogramDataPoint.Builder point =
        ExponentialHistogramDataPoint.newBuilder()
            .addAllAttributes(Rebuild.attributes(v.attributes()))
            .setStartTimeUnixNano(v.startNanos())
            .setTimeUnixNano(v.timeNanos())
            .setCount(v.count())
            .setScale(v.scale())
            .setZeroCount(v.zeroCount())
            .setZeroThreshold(v.zeroThreshold())
            .setPositive(buckets(v.positive()))
            .setNegative(buckets(v.negative()))
            .addAllExemplars(exemplars(v))
            .setFlags(v.flags());
    if (v.hasSum()) {
      point.setSum(v.sum());
    }
    if (v.hasMin()) {
      point.setMin(v.min());
    }
    if (v.hasMax()) {
      point.setMax(v.max());
    }
    return point;
  }

  private static ExponentialHistogramDataPoint.Buckets.Builder buckets(Buckets buckets) {
    return ExponentialHistogramDataPoint.Buckets.newBuilder()
        .setOffset(buckets.offset())
        .addAllBucketCounts(longs(buckets.counts()));
  }

  private static SummaryDataPoint.Builder summary(PointView v) {
    SummaryDataPoint.Builder point =
        SummaryDataPoint.newBuilder()
            .addAllAttributes(Rebuild.attributes(v.attributes()))
            .setStartTimeUnixNano(v.startNanos())
            .setTimeUnixNano(v.timeNanos())
            .setCount(v.count())
            .setSum(v.sum())
            .setFlags(v.flags());
    for (int i = 0; i < v.quantiles().size(); i++) {
      point
          .addQuantileValuesBuilder()
          .setQuantile(v.quantiles().real(i))
          .setValue(v.quantileValues().real(i));
    }
    return point;
  }

  private List<Exemplar> exemplars(PointView v) {
    List<Exemplar> list = new ArrayList<>();
    ExemplarView view = new ExemplarView(limits, counters);
    for (int i = 0; i < v.exemplars(); i++) {
      view.read(v.buf(), v.exemplarOff(i), v.exemplarLen(i));
      Exemplar.Builder exemplar =
          Exemplar.newBuilder()
              .addAllFilteredAttributes(Rebuild.attributes(view.attributes()))
              .setTimeUnixNano(view.timeNanos());
      if (view.numberKind() == ValueKind.INT) {
        exemplar.setAsInt(view.number());
      } else if (view.numberKind() == ValueKind.DOUBLE) {
        exemplar.setAsDouble(view.real());
      }
      if ((view.traceIdHi() | view.traceIdLo()) != 0) {
        exemplar.setTraceId(Rebuild.id(view.traceIdHi(), view.traceIdLo()));
      }
      if (view.spanId() != 0) {
        exemplar.setSpanId(Rebuild.id(view.spanId()));
      }
      list.add(exemplar.build());
    }
    return list;
  }

  private static List<Long> longs(Numbers numbers) {
    List<Long> list = new ArrayList<>();
    for (int i = 0; i < numbers.size(); i++) {
      list.add(numbers.get(i));
    }
    return list;
  }

  private static List<Double> doubles(Numbers numbers) {
    List<Double> list = new ArrayList<>();
    for (int i = 0; i < numbers.size(); i++) {
      list.add(numbers.real(i));
    }
    return list;
  }
}
