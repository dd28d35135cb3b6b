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
import java.util.List;

/** What a metrics request must look like after reading; see {@link Expect}. */
final class ExpectMetrics {
  private ExpectMetrics() {}

  static ExportMetricsServiceRequest metrics(ExportMetricsServiceRequest request) {
    ExportMetricsServiceRequest.Builder result = ExportMetricsServiceRequest.newBuilder();
    for (ResourceMetrics resource : request.getResourceMetricsList()) {
      ResourceMetrics.Builder r = resource.toBuilder().clearScopeMetrics();
      for (ScopeMetrics scope : resource.getScopeMetricsList()) {
        ScopeMetrics.Builder s = scope.toBuilder().clearMetrics();
        scope.getMetricsList().stream()
            .filter(metric -> !metric.getName().isEmpty())
            .map(ExpectMetrics::metric)
            .forEach(s::addMetrics);
        r.addScopeMetrics(s);
      }
      result.addResourceMetrics(r);
    }
    return Expect.plain(result.build());
  }

  /** Points sent, kept or not. */
  static int points(ExportMetricsServiceRequest request) {
    return request.getResourceMetricsList().stream()
        .flatMap(r -> r.getScopeMetricsList().stream())
        .flatMap(s -> s.getMetricsList().stream())
        .mapToInt(m ->
            m.getGauge().getDataPointsCount()
                + m.getSum().getDataPointsCount()
                + m.getHistogram().getDataPointsCount()
                + m.getExponentialHistogram().getDataPointsCount()
                + m.getSummary().getDataPointsCount())
        .sum();
  }

  private static Metric metric(Metric metric) {
    Metric.Builder result = metric.toBuilder();
    switch (metric.getDataCase()) {
      case GAUGE -> {
        result.getGaugeBuilder().clearDataPoints();
        for (NumberDataPoint p : metric.getGauge().getDataPointsList()) {
          if (kept(p)) {
            result.getGaugeBuilder().addDataPoints(number(p));
          }
        }
      }
      case SUM -> {
        result.getSumBuilder().clearDataPoints();
        for (NumberDataPoint p : metric.getSum().getDataPointsList()) {
          if (kept(p)) {
            result.getSumBuilder().addDataPoints(number(p));
          }
        }
      }
      case HISTOGRAM -> {
        result.getHistogramBuilder().clearDataPoints();
        for (HistogramDataPoint p : metric.getHistogram().getDataPointsList()) {
          if (kept(p)) {
            HistogramDataPoint.Builder b = p.toBuilder();
            b.getExemplarsBuilderList().forEach(ExpectMetrics::exemplar);
            result.getHistogramBuilder().addDataPoints(b);
          }
        }
      }
      case EXPONENTIAL_HISTOGRAM -> {
        result.getExponentialHistogramBuilder().clearDataPoints();
        for (ExponentialHistogramDataPoint p :
            metric.getExponentialHistogram().getDataPointsList()) {
          if (timely(p.getStartTimeUnixNano(), p.getTimeUnixNano())) {
            ExponentialHistogramDataPoint.Builder b = p.toBuilder();
            b.getExemplarsBuilderList().forEach(ExpectMetrics::exemplar);
            result.getExponentialHistogramBuilder().addDataPoints(b);
          }
        }
      }
      case SUMMARY -> {
        result.getSummaryBuilder().clearDataPoints();
        for (SummaryDataPoint p : metric.getSummary().getDataPointsList()) {
          if (timely(p.getStartTimeUnixNano(), p.getTimeUnixNano())) {
            result.getSummaryBuilder().addDataPoints(p);
          }
        }
      }
      case DATA_NOT_SET -> {}
    }
    return result.build();
  }

  private static boolean timely(long start, long time) {
    return start >= 0 && time > 0;
  }

  private static boolean kept(NumberDataPoint p) {
    return timely(p.getStartTimeUnixNano(), p.getTimeUnixNano())
        && (p.getValueCase() != NumberDataPoint.ValueCase.VALUE_NOT_SET || (p.getFlags() & 1) != 0);
  }

  private static boolean kept(HistogramDataPoint p) {
    if (!timely(p.getStartTimeUnixNano(), p.getTimeUnixNano())) {
      return false;
    }
    int counts = p.getBucketCountsCount();
    List<Double> bounds = p.getExplicitBoundsList();
    if (!(counts == 0 && bounds.isEmpty()) && counts != bounds.size() + 1) {
      return (p.getFlags() & 1) != 0;
    }
    for (int i = 1; i < bounds.size(); i++) {
      if (!(bounds.get(i - 1) < bounds.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static NumberDataPoint number(NumberDataPoint p) {
    NumberDataPoint.Builder b = p.toBuilder();
    b.getExemplarsBuilderList().forEach(ExpectMetrics::exemplar);
    return b.build();
  }

  private static void exemplar(Exemplar.Builder exemplar) {
    if (!Expect.isId(exemplar.getTraceId().toByteArray(), 16)) {
      exemplar.clearTraceId();
    }
    if (!Expect.isId(exemplar.getSpanId().toByteArray(), 8)) {
      exemplar.clearSpanId();
    }
  }
}
