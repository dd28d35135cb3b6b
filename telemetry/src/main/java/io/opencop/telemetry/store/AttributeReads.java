package io.opencop.telemetry.store;

import io.opencop.model.Signal;
import io.opencop.telemetry.assemble.Nanos;
import io.opencop.telemetry.assemble.Values;
import io.opencop.telemetry.ingest.AttributeCatalogue;
import io.opencop.telemetry.ingest.Catalogues;
import io.opencop.telemetry.query.AttributeKey;
import io.opencop.telemetry.query.AttributeValue;
import io.opencop.telemetry.query.AttributeValuesQuery;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Attribute keys and values, for completion. */
final class AttributeReads {
  private final Engine engine;
  private final Catalogues catalogues;

  AttributeReads(Engine engine, Catalogues catalogues) {
    this.engine = engine;
    this.catalogues = catalogues;
  }

  List<AttributeKey> keys(Snapshot snapshot, Signal signal) {
    Source source = new Source(snapshot.files(table(signal)));
    Map<String, AttributeKey> keys = new TreeMap<>();
    add(keys, source, own(signal), "attributes", false);
    add(keys, source, catalogues.resources(), "resource_attributes", true);
    return List.copyOf(keys.values());
  }

  private void add(
      Map<String, AttributeKey> keys,
      Source source,
      AttributeCatalogue catalogue,
      String rest,
      boolean resource) {
    if (catalogue != null) {
      for (AttributeCatalogue.Entry e : catalogue.entries()) {
        if (e.type() != null && source.has(e.column())) {
          String type = e.type().name().toLowerCase(Locale.ROOT);
          keys.put(e.key() + resource, new AttributeKey(e.key(), type, resource));
        }
      }
    }
    if (source.has(rest)) {
      engine.query(
          "SELECT DISTINCT k, json_type("
              + rest
              + ", '/' || replace(replace(k, '~', '~0'), '/', '~1')) FROM (SELECT DISTINCT "
              + rest
              + ", unnest(json_keys("
              + rest
              + ")) AS k FROM "
              + source.sql()
              + " WHERE "
              + rest
              + " IS NOT NULL LIMIT 20000)",
          List.of(),
          r -> {
            String key = r.getString(1);
            keys.putIfAbsent(key + resource, new AttributeKey(key, type(r.getString(2)), resource));
          });
    }
  }

  private static String type(String json) {
    return switch (json == null ? "" : json) {
      case "BIGINT", "UBIGINT" -> "int";
      case "DOUBLE" -> "double";
      case "BOOLEAN" -> "bool";
      default -> "string";
    };
  }

  List<AttributeValue> values(Snapshot snapshot, AttributeValuesQuery q, Reading reading) {
    long from = Nanos.of(q.range().from());
    long to = Nanos.of(q.range().to());
    Map<String, Long> counts = new HashMap<>();
    if (q.signal() == Signal.METRICS) {
      metricValues(snapshot, q, from, to, counts, reading);
    } else {
      Source source = reading.of(new Source(snapshot.files(table(q.signal()), from, to)), 2);
      String value = source.isEmpty() ? null : value(source, own(q.signal()), q.key());
      if (value != null) {
        String time = q.signal() == Signal.SPANS ? "start_time" : "time";
        String prefix = q.prefix() == null ? "" : " AND starts_with(v, ?)";
        engine.query(
            "SELECT v, count(*) FROM (SELECT "
                + value
                + " AS v FROM "
                + source.sql()
                + " WHERE "
                + Source.between(time, from, to)
                + ") WHERE v IS NOT NULL"
                + prefix
                + " GROUP BY v ORDER BY count(*) DESC, v LIMIT "
                + q.limit(),
            q.prefix() == null ? List.of() : List.of(q.prefix()),
            r -> counts.put(r.getString(1), r.getLong(2)));
      }
    }
    return counts.entrySet().stream()
        .map(e -> new AttributeValue(e.getKey(), e.getValue()))
        .sorted(
            Comparator.comparingLong(AttributeValue::count)
                .reversed()
                .thenComparing(AttributeValue::value))
        .limit(q.limit())
        .toList();
  }

  /** Series have the attributes, points the times: counts are points. */
  private void metricValues(
      Snapshot snapshot,
      AttributeValuesQuery q,
      long from,
      long to,
      Map<String, Long> counts,
      Reading reading) {
    Map<Long, Long> points = new HashMap<>();
    for (String table : List.of("points", "histograms")) {
      Source source = reading.of(new Source(snapshot.files(table, from, to)), 2);
      if (!source.isEmpty()) {
        engine.query(
            "SELECT series, count(*) FROM "
                + source.sql()
                + " WHERE "
                + Source.between("time", from, to)
                + " GROUP BY series",
            List.of(),
            r -> points.merge(r.getLong(1), r.getLong(2), Long::sum));
      }
    }
    Source series = reading.of(new Source(snapshot.files("series")), 3);
    if (series.isEmpty()) {
      return;
    }
    ItemMapper items = new ItemMapper(series, null, catalogues.resources());
    Set<Long> seen = new HashSet<>();
    engine.query(
        "SELECT " + items.select() + " FROM " + series.sql(),
        List.of(),
        r -> {
          long id = items.number(r, "series");
          Object own = items.attributes(r).get(q.key());
          String value = Values.text(own == null ? items.resource(r).get(q.key()) : own);
          boolean wanted = value != null && (q.prefix() == null || value.startsWith(q.prefix()));
          if (wanted && seen.add(id) && points.containsKey(id)) {
            counts.merge(value, points.get(id), Long::sum);
          }
        });
  }

  private String value(Source source, AttributeCatalogue own, String key) {
    List<String> places = new ArrayList<>();
    place(places, source, own, key, "attributes");
    place(places, source, catalogues.resources(), key, "resource_attributes");
    return places.isEmpty() ? null : "coalesce(" + String.join(", ", places) + ")";
  }

  private static void place(
      List<String> places, Source source, AttributeCatalogue catalogue, String key, String rest) {
    for (AttributeCatalogue.Entry e : catalogue.entries()) {
      if (e.key().equals(key) && e.type() != null && source.has(e.column())) {
        places.add(Sql.name(e.column()) + "::VARCHAR");
      }
    }
    if (source.has(rest)) {
      places.add("json_extract_string(" + rest + ", " + Sql.quote(Where.pointer(key)) + ")");
    }
  }

  private AttributeCatalogue own(Signal signal) {
    return switch (signal) {
      case SPANS -> catalogues.spans();
      case LOGS -> catalogues.logs();
      case METRICS -> null;
    };
  }

  private static String table(Signal signal) {
    return switch (signal) {
      case SPANS -> "spans";
      case LOGS -> "logs";
      case METRICS -> "series";
    };
  }
}
