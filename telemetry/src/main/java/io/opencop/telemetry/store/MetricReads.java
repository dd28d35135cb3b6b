package io.opencop.telemetry.store;

import com.fasterxml.jackson.databind.JsonNode;
import io.opencop.model.TimeRange;
import io.opencop.telemetry.assemble.Conditions;
import io.opencop.telemetry.assemble.Nanos;
import io.opencop.telemetry.assemble.Resources;
import io.opencop.telemetry.assemble.Steps;
import io.opencop.telemetry.assemble.metric.MetricEvaluator;
import io.opencop.telemetry.assemble.metric.MetricKind;
import io.opencop.telemetry.assemble.metric.MetricPoint;
import io.opencop.telemetry.assemble.metric.MetricSeries;
import io.opencop.telemetry.ingest.Catalogues;
import io.opencop.telemetry.query.MetricInfo;
import io.opencop.telemetry.query.MetricQuery;
import io.opencop.telemetry.query.MetricResult;
import io.opencop.telemetry.query.MetricResult.Exemplar;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** The catalogue of metrics and range queries on one. */
final class MetricReads {
  private final Engine engine;
  private final Catalogues catalogues;

  MetricReads(Engine engine, Catalogues catalogues) {
    this.engine = engine;
    this.catalogues = catalogues;
  }

  /** A series as its row says. */
  private record Known(
      long id,
      String name,
      MetricKind kind,
      String description,
      String temporality,
      Boolean monotonic,
      Map<String, Object> attributes,
      Map<String, Object> resource) {}

  List<MetricInfo> catalogue(
      Snapshot snapshot, TimeRange range, String service, String text, Reading reading) {
    long from = Nanos.of(range.from());
    long to = Nanos.of(range.to());
    Set<Long> alive = alive(snapshot, from, to, reading);
    Map<List<Object>, List<Known>> metrics = new LinkedHashMap<>();
    for (Known k : series(snapshot, "TRUE", List.of(), reading).values()) {
      String part = text == null ? "" : text.toLowerCase(Locale.ROOT);
      boolean wanted =
          alive.contains(k.id())
              && (service == null || service.equals(Resources.service(k.resource())))
              && k.name().toLowerCase(Locale.ROOT).contains(part);
      if (wanted) {
        metrics.computeIfAbsent(List.of(k.name(), k.kind()), n -> new ArrayList<>()).add(k);
      }
    }
    return metrics.values().stream()
        .map(MetricReads::info)
        .sorted(
            Comparator.comparing(MetricInfo::name)
                .thenComparing(MetricInfo::type)
                .thenComparing(MetricInfo::unit))
        .toList();
  }

  private static MetricInfo info(List<Known> series) {
    Known last = series.getLast();
    Set<String> services = new TreeSet<>();
    Set<String> attributes = new TreeSet<>();
    for (Known k : series) {
      services.add(Resources.service(k.resource()));
      attributes.addAll(k.attributes().keySet());
    }
    return new MetricInfo(
        last.name(),
        last.kind().type(),
        last.kind().unit(),
        last.description(),
        last.temporality(),
        last.monotonic(),
        series.size(),
        List.copyOf(services),
        List.copyOf(attributes));
  }

  private Set<Long> alive(Snapshot snapshot, long from, long to, Reading reading) {
    Set<Long> ids = new HashSet<>();
    for (String table : List.of("points", "histograms")) {
      Source source = reading.of(new Source(snapshot.files(table, from, to)), 2);
      if (!source.isEmpty()) {
        engine.query(
            "SELECT DISTINCT series FROM "
                + source.sql()
                + " WHERE "
                + Source.between("time", from, to),
            List.of(),
            r -> ids.add(r.getLong(1)));
      }
    }
    return ids;
  }

  /** Series by id; of one that stands in several slices the latest row. */
  private Map<Long, Known> series(
      Snapshot snapshot, String where, List<Object> args, Reading reading) {
    Map<Long, Known> known = new LinkedHashMap<>();
    Source source = reading.of(new Source(snapshot.files("series")), 10);
    if (!source.isEmpty()) {
      ItemMapper items = new ItemMapper(source, null, catalogues.resources());
      engine.query(
          "SELECT " + items.select() + " FROM " + source.sql() + " WHERE " + where,
          args,
          r -> {
            String type = items.text(r, "type");
            String temporality = items.text(r, "temporality");
            Boolean monotonic =
                items.has(r, "monotonic") ? Boolean.valueOf(items.text(r, "monotonic")) : null;
            String unit = items.text(r, "unit");
            MetricKind kind =
                new MetricKind(
                    type,
                    unit == null ? "" : unit,
                    "delta".equals(temporality),
                    Boolean.TRUE.equals(monotonic));
            String description = items.text(r, "description");
            known.put(
                items.number(r, "series"),
                new Known(
                    items.number(r, "series"),
                    items.text(r, "metric"),
                    kind,
                    description == null ? "" : description,
                    temporality,
                    monotonic,
                    items.attributes(r),
                    items.resource(r)));
          });
    }
    return known;
  }

  MetricResult query(Snapshot snapshot, MetricQuery q, Reading reading) {
    q.attributes().forEach(Conditions::check);
    long from = Nanos.of(MetricEvaluator.loadFrom(q));
    long to = Nanos.of(q.range().to());
    Map<Long, Known> known = series(snapshot, "metric = ?", List.of(q.name()), reading);
    Map<Long, List<MetricPoint>> points = new HashMap<>();
    Map<Long, List<Exemplar>> exemplars = new HashMap<>();
    numbers(snapshot, known, from, to, points, exemplars, reading);
    distributions(snapshot, known, from, to, points, exemplars, reading);
    MetricKind kind = commonest(known, points);
    if (kind == null) {
      Duration step = Steps.orDefault(q.step(), q.range());
      String op = q.op().name().toLowerCase(Locale.ROOT);
      return new MetricResult(
          q.name(),
          "",
          "gauge",
          op,
          step.toSeconds(),
          Steps.times(q.range(), step),
          List.of(),
          false);
    }
    List<MetricSeries> matching = new ArrayList<>();
    points.forEach((id, p) -> {
      Known k = known.get(id);
      boolean wanted =
          k.kind().equals(kind)
              && (q.service() == null || q.service().equals(Resources.service(k.resource())))
              && Conditions.match(q.attributes(), k.attributes(), k.resource());
      if (wanted) {
        matching.add(
            new MetricSeries(
                k.attributes(), k.resource(), p, exemplars.getOrDefault(id, List.of())));
      }
    });
    return MetricEvaluator.evaluate(q, kind, matching);
  }

  /** Where one name is used for two things, what has most series with points. */
  private static MetricKind commonest(Map<Long, Known> known, Map<Long, List<MetricPoint>> points) {
    Map<MetricKind, Integer> counts = new LinkedHashMap<>();
    points.keySet().forEach(id -> counts.merge(known.get(id).kind(), 1, Integer::sum));
    return counts.entrySet().stream()
        .max(Comparator.comparingInt(Map.Entry::getValue))
        .map(Map.Entry::getKey)
        .orElse(null);
  }

  private void numbers(
      Snapshot snapshot,
      Map<Long, Known> known,
      long from,
      long to,
      Map<Long, List<MetricPoint>> points,
      Map<Long, List<Exemplar>> exemplars,
      Reading reading) {
    Source source = reading.of(new Source(snapshot.files("points", from, to)), 4);
    if (source.isEmpty() || known.isEmpty()) {
      return;
    }
    String exemplar = source.column("exemplars", "VARCHAR");
    engine.query(
        "SELECT series, epoch_ns(\"time\"), epoch_ns("
            + source.column("start_time", "TIMESTAMP_NS")
            + "), "
            + source.column("value", "DOUBLE")
            + ", "
            + exemplar
            + ordered(source, known.keySet(), from, to),
        List.of(),
        r -> {
          long id = r.getLong(1);
          double value = r.getDouble(4);
          boolean none = r.wasNull();
          points
              .computeIfAbsent(id, i -> new ArrayList<>())
              .add(new MetricPoint.Value(r.getLong(3), r.getLong(2), none, value));
          exemplars(r.getString(5), id, exemplars);
        });
  }

  private void distributions(
      Snapshot snapshot,
      Map<Long, Known> known,
      long from,
      long to,
      Map<Long, List<MetricPoint>> points,
      Map<Long, List<Exemplar>> exemplars,
      Reading reading) {
    Source source = reading.of(new Source(snapshot.files("histograms", from, to)), 10);
    if (source.isEmpty() || known.isEmpty()) {
      return;
    }
    DistributionMapper mapper = new DistributionMapper(source);
    engine.query(
        "SELECT series, epoch_ns(\"time\"), epoch_ns("
            + source.column("start_time", "TIMESTAMP_NS")
            + "), "
            + mapper.select()
            + ", "
            + source.column("exemplars", "VARCHAR")
            + ordered(source, known.keySet(), from, to),
        List.of(),
        r -> {
          long id = r.getLong(1);
          points
              .computeIfAbsent(id, i -> new ArrayList<>())
              .add(mapper.point(r, known.get(id).kind(), r.getLong(3), r.getLong(2)));
          exemplars(r.getString(4 + DistributionMapper.COLUMNS), id, exemplars);
        });
  }

  private static String ordered(Source source, Set<Long> ids, long from, long to) {
    List<String> texts = ids.stream().map(id -> Long.toString(id)).toList();
    return " FROM "
        + source.sql()
        + " WHERE "
        + Source.between("time", from, to)
        + " AND series IN ("
        + String.join(", ", texts)
        + ") ORDER BY series, \"time\"";
  }

  private static void exemplars(String json, long id, Map<Long, List<Exemplar>> into) {
    if (json == null) {
      return;
    }
    for (JsonNode e : ItemMapper.tree(json)) {
      into.computeIfAbsent(id, i -> new ArrayList<>())
          .add(
              new Exemplar(
                  Nanos.instant(e.path("time").longValue()),
                  e.path("value").asDouble(),
                  e.path("trace_id").textValue(),
                  e.path("span_id").textValue()));
    }
  }

  /** Quantiles of a summary. */
  static SortedMap<Double, Double> quantiles(String json) {
    SortedMap<Double, Double> map = new TreeMap<>();
    if (json != null) {
      ItemMapper.tree(json).forEach(q -> map.put(q.get(0).asDouble(), q.get(1).asDouble()));
    }
    return map;
  }
}
