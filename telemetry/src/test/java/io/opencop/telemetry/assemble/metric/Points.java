package io.opencop.telemetry.assemble.metric;

import io.opencop.model.TimeRange;
import io.opencop.telemetry.query.MetricQuery;
import io.opencop.telemetry.query.MetricQuery.Op;
import io.opencop.telemetry.query.MetricResult;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Series written by hand: times in seconds from noon. */
final class Points {
  static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  static final MetricKind GAUGE = new MetricKind("gauge", "1", false, false);
  static final MetricKind COUNTER = new MetricKind("sum", "1", false, true);
  static final MetricKind DELTA = new MetricKind("sum", "1", true, true);
  static final MetricKind UP_DOWN = new MetricKind("sum", "1", false, false);
  static final MetricKind HISTOGRAM = new MetricKind("histogram", "ms", false, false);
  static final MetricKind DELTA_HISTOGRAM = new MetricKind("histogram", "ms", true, false);
  static final MetricKind SUMMARY = new MetricKind("summary", "ms", false, false);

  private Points() {}

  static long at(double seconds) {
    return NOON.getEpochSecond() * 1_000_000_000L + Math.round(seconds * 1e9);
  }

  /** Start 0 is unknown. */
  static MetricPoint n(double start, double time, double value) {
    return new MetricPoint.Value(start == 0 ? 0 : at(start), at(time), false, value);
  }

  static MetricPoint gap(double time) {
    return new MetricPoint.Value(0, at(time), true, 0);
  }

  static Distribution dist(double sum, double[] bounds, double... counts) {
    double count = 0;
    for (double c : counts) {
      count += c;
    }
    return new Distribution(
        count, sum, Double.NaN, Double.NaN, new ExplicitBuckets(bounds, counts));
  }

  static MetricPoint h(double start, double time, Distribution d) {
    return new MetricPoint.Histogram(start == 0 ? 0 : at(start), at(time), false, d);
  }

  static MetricSeries series(Map<String, Object> attributes, MetricPoint... points) {
    return new MetricSeries(attributes, Map.of("service.name", "shop"), List.of(points), List.of());
  }

  /** Half a minute from noon in steps of ten seconds. */
  static MetricQuery query(Op op, Double q, String... by) {
    return new MetricQuery(
        "m",
        op,
        q,
        List.of(by),
        null,
        List.of(),
        new TimeRange(NOON, NOON.plusSeconds(30)),
        Duration.ofSeconds(10));
  }

  static List<Double> answer(Op op, MetricKind kind, MetricSeries... series) {
    return answer(query(op, null), kind, series);
  }

  static List<Double> answer(MetricQuery query, MetricKind kind, MetricSeries... series) {
    MetricResult r = MetricEvaluator.evaluate(query, kind, List.of(series));
    return r.series().isEmpty() ? List.of() : r.series().getFirst().values();
  }

  static SortedMap<Double, Double> quantiles(double... qv) {
    TreeMap<Double, Double> map = new TreeMap<>();
    for (int i = 0; i < qv.length; i += 2) {
      map.put(qv[i], qv[i + 1]);
    }
    return map;
  }
}
