package io.opencop.telemetry.memory;

import io.opencop.model.TimeRange;
import io.opencop.telemetry.assemble.Conditions;
import io.opencop.telemetry.assemble.Nanos;
import io.opencop.telemetry.assemble.Steps;
import io.opencop.telemetry.assemble.metric.MetricEvaluator;
import io.opencop.telemetry.assemble.metric.MetricKind;
import io.opencop.telemetry.assemble.metric.MetricPoint;
import io.opencop.telemetry.assemble.metric.MetricSeries;
import io.opencop.telemetry.query.MetricInfo;
import io.opencop.telemetry.query.MetricQuery;
import io.opencop.telemetry.query.MetricResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Metrics, by looking at every point. */
final class MemoryMetrics {
  private record Metric(String name, MetricKind kind) {}

  private MemoryMetrics() {}

  static List<MetricInfo> catalogue(
      List<Items.Point> points, TimeRange range, String service, String text) {
    String part = text == null ? "" : text.toLowerCase(Locale.ROOT);
    Map<Metric, List<Items.Point>> metrics =
        points.stream()
            .filter(p -> range.contains(Nanos.instant(p.point().time())))
            .filter(p -> service == null || service.equals(p.service()))
            .filter(p -> p.series().name().toLowerCase(Locale.ROOT).contains(part))
            .collect(Collectors.groupingBy(p -> new Metric(p.series().name(), p.series().kind())));
    return metrics.entrySet().stream()
        .map(e -> info(e.getKey(), e.getValue()))
        .sorted(
            Comparator.comparing(MetricInfo::name)
                .thenComparing(MetricInfo::type)
                .thenComparing(MetricInfo::unit))
        .toList();
  }

  private static MetricInfo info(Metric metric, List<Items.Point> points) {
    Items.Point latest = points.getLast();
    return new MetricInfo(
        metric.name(),
        metric.kind().type(),
        metric.kind().unit(),
        latest.description(),
        latest.temporality(),
        latest.monotonic(),
        (int) points.stream().map(Items.Point::series).distinct().count(),
        points.stream().map(Items.Point::service).distinct().sorted().toList(),
        points.stream()
            .flatMap(p -> p.series().attributes().keySet().stream())
            .distinct()
            .sorted()
            .toList());
  }

  static MetricResult query(List<Items.Point> points, MetricQuery q) {
    q.attributes().forEach(Conditions::check);
    long from = Nanos.of(MetricEvaluator.loadFrom(q));
    long to = Nanos.of(q.range().to());
    Map<MetricKind, Map<Items.SeriesKey, List<Items.Point>>> kinds = new LinkedHashMap<>();
    points.stream()
        .filter(p -> p.series().name().equals(q.name()))
        .filter(p -> p.point().time() >= from && p.point().time() < to)
        .sorted(Comparator.comparingLong(p -> p.point().time()))
        .forEach(p ->
            kinds
                .computeIfAbsent(p.series().kind(), k -> new LinkedHashMap<>())
                .computeIfAbsent(p.series(), s -> new ArrayList<>())
                .add(p));
    MetricKind kind =
        kinds.entrySet().stream()
            .max(Comparator.comparingInt(e -> e.getValue().size()))
            .map(Map.Entry::getKey)
            .orElse(null);
    if (kind == null) {
      return nothing(q);
    }
    List<MetricSeries> series =
        kinds.get(kind).entrySet().stream()
            .filter(e -> matches(e.getKey(), e.getValue().getFirst().service(), q))
            .map(e -> series(e.getKey(), e.getValue()))
            .toList();
    return MetricEvaluator.evaluate(q, kind, series);
  }

  private static boolean matches(Items.SeriesKey key, String service, MetricQuery q) {
    return (q.service() == null || q.service().equals(service))
        && Conditions.match(q.attributes(), key.attributes(), key.resource());
  }

  private static MetricSeries series(Items.SeriesKey key, List<Items.Point> points) {
    List<MetricPoint> values = points.stream().map(Items.Point::point).toList();
    return new MetricSeries(
        key.attributes(),
        key.resource(),
        values,
        points.stream().flatMap(p -> p.exemplars().stream()).toList());
  }

  private static MetricResult nothing(MetricQuery q) {
    Duration step = Steps.orDefault(q.step(), q.range());
    return new MetricResult(
        q.name(),
        "",
        "gauge",
        q.op().name().toLowerCase(Locale.ROOT),
        step.toSeconds(),
        Steps.times(q.range(), step),
        List.of(),
        false);
  }
}
