package io.opencop.telemetry.memory;

import io.opencop.telemetry.assemble.Nanos;
import io.opencop.telemetry.assemble.Resources;
import io.opencop.telemetry.assemble.metric.Distribution;
import io.opencop.telemetry.assemble.metric.ExplicitBuckets;
import io.opencop.telemetry.assemble.metric.ExponentialBuckets;
import io.opencop.telemetry.assemble.metric.MetricKind;
import io.opencop.telemetry.assemble.metric.MetricPoint;
import io.opencop.telemetry.query.MetricResult;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.metrics.v1.AggregationTemporality;
import io.opentelemetry.proto.metrics.v1.Exemplar;
import io.opentelemetry.proto.metrics.v1.ExponentialHistogramDataPoint;
import io.opentelemetry.proto.metrics.v1.HistogramDataPoint;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.metrics.v1.NumberDataPoint;
import io.opentelemetry.proto.metrics.v1.SummaryDataPoint;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Metric points through the generated classes. */
final class MetricDecoder {
  private final Items into;
  private Metric metric;
  private Map<String, Object> resource;
  private String scope;
  private MetricKind kind;
  private String temporality;
  private Boolean monotonic;

  private MetricDecoder(Items into) {
    this.into = into;
  }

  static void decode(ExportMetricsServiceRequest request, Items into) {
    MetricDecoder d = new MetricDecoder(into);
    request
        .getResourceMetricsList()
        .forEach(r -> {
          d.resource = AnyValues.map(r.getResource().getAttributesList());
          r.getScopeMetricsList()
              .forEach(s -> {
                d.scope = s.getScope().getName() + "/" + s.getScope().getVersion();
                s.getMetricsList().forEach(d::metric);
              });
        });
  }

  private void metric(Metric m) {
    metric = m;
    monotonic = null;
    switch (m.getDataCase()) {
      case GAUGE -> {
        is("gauge", null);
        m.getGauge().getDataPointsList().forEach(this::number);
      }
      case SUM -> {
        monotonic = m.getSum().getIsMonotonic();
        is("sum", m.getSum().getAggregationTemporality());
        m.getSum().getDataPointsList().forEach(this::number);
      }
      case HISTOGRAM -> {
        is("histogram", m.getHistogram().getAggregationTemporality());
        m.getHistogram().getDataPointsList().forEach(this::histogram);
      }
      case EXPONENTIAL_HISTOGRAM -> {
        is("exponential_histogram", m.getExponentialHistogram().getAggregationTemporality());
        m.getExponentialHistogram().getDataPointsList().forEach(this::exponential);
      }
      case SUMMARY -> {
        is("summary", null);
        m.getSummary().getDataPointsList().forEach(this::summary);
      }
      default -> {}
    }
  }

  private void is(String type, AggregationTemporality t) {
    boolean delta = t == AggregationTemporality.AGGREGATION_TEMPORALITY_DELTA;
    temporality = t == null ? null : delta ? "delta" : "cumulative";
    kind = new MetricKind(type, metric.getUnit(), delta, monotonic != null && monotonic);
  }

  private void number(NumberDataPoint p) {
    boolean gap = gap(p.getFlags());
    boolean empty = p.getValueCase() == NumberDataPoint.ValueCase.VALUE_NOT_SET;
    if (empty && !gap) {
      into.rejected++;
      return;
    }
    double v = p.hasAsInt() ? p.getAsInt() : p.getAsDouble();
    MetricPoint point =
        new MetricPoint.Value(p.getStartTimeUnixNano(), p.getTimeUnixNano(), gap, v);
    add(point, p.getAttributesList(), p.getExemplarsList());
  }

  private void histogram(HistogramDataPoint p) {
    double[] bounds = p.getExplicitBoundsList().stream().mapToDouble(b -> b).toArray();
    double[] counts = p.getBucketCountsList().stream().mapToDouble(c -> c).toArray();
    if (counts.length != bounds.length + 1 && counts.length + bounds.length > 0) {
      into.rejected++;
      return;
    }
    Distribution d =
        new Distribution(
            p.getCount(),
            p.hasSum() ? p.getSum() : Double.NaN,
            p.hasMin() ? p.getMin() : Double.NaN,
            p.hasMax() ? p.getMax() : Double.NaN,
            new ExplicitBuckets(bounds, counts));
    MetricPoint point =
        new MetricPoint.Histogram(
            p.getStartTimeUnixNano(), p.getTimeUnixNano(), gap(p.getFlags()), d);
    add(point, p.getAttributesList(), p.getExemplarsList());
  }

  private void exponential(ExponentialHistogramDataPoint p) {
    Distribution d =
        new Distribution(
            p.getCount(),
            p.hasSum() ? p.getSum() : Double.NaN,
            p.hasMin() ? p.getMin() : Double.NaN,
            p.hasMax() ? p.getMax() : Double.NaN,
            new ExponentialBuckets(
                p.getScale(),
                p.getZeroThreshold(),
                p.getZeroCount(),
                buckets(p.getPositive()),
                buckets(p.getNegative())));
    MetricPoint point =
        new MetricPoint.Histogram(
            p.getStartTimeUnixNano(), p.getTimeUnixNano(), gap(p.getFlags()), d);
    add(point, p.getAttributesList(), p.getExemplarsList());
  }

  private static NavigableMap<Integer, Double> buckets(ExponentialHistogramDataPoint.Buckets b) {
    NavigableMap<Integer, Double> counts = new TreeMap<>();
    for (int i = 0; i < b.getBucketCountsCount(); i++) {
      counts.put(b.getOffset() + i, (double) b.getBucketCounts(i));
    }
    return counts;
  }

  private void summary(SummaryDataPoint p) {
    TreeMap<Double, Double> quantiles = new TreeMap<>();
    p.getQuantileValuesList().forEach(q -> quantiles.put(q.getQuantile(), q.getValue()));
    MetricPoint point =
        new MetricPoint.Summary(
            p.getStartTimeUnixNano(),
            p.getTimeUnixNano(),
            gap(p.getFlags()),
            p.getCount(),
            p.getSum(),
            quantiles);
    add(point, p.getAttributesList(), List.of());
  }

  private void add(MetricPoint point, List<KeyValue> attributes, List<Exemplar> exemplars) {
    if (metric.getName().isEmpty() || point.time() <= 0 || point.start() < 0) {
      into.rejected++;
      return;
    }
    into.points.add(
        new Items.Point(
            new Items.SeriesKey(metric.getName(), kind, resource, scope, AnyValues.map(attributes)),
            metric.getDescription(),
            Resources.service(resource),
            temporality,
            monotonic,
            point,
            exemplars.stream().map(MetricDecoder::exemplar).toList()));
  }

  private static MetricResult.Exemplar exemplar(Exemplar e) {
    return new MetricResult.Exemplar(
        Nanos.instant(e.getTimeUnixNano()),
        e.hasAsInt() ? e.getAsInt() : e.getAsDouble(),
        SpanDecoder.id(e.getTraceId(), 16) ? SpanDecoder.hex(e.getTraceId()) : null,
        SpanDecoder.id(e.getSpanId(), 8) ? SpanDecoder.hex(e.getSpanId()) : null);
  }

  private static boolean gap(int flags) {
    return (flags & 1) != 0;
  }
}
