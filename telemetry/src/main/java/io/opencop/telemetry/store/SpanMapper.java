package io.opencop.telemetry.store;

import com.fasterxml.jackson.databind.JsonNode;
import io.opencop.telemetry.assemble.Nanos;
import io.opencop.telemetry.assemble.Resources;
import io.opencop.telemetry.ingest.Catalogues;
import io.opencop.telemetry.query.Scope;
import io.opencop.telemetry.query.SpanRow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Whole spans from rows. */
final class SpanMapper {
  private static final String[] KINDS = {
    "unspecified", "internal", "server", "client", "producer", "consumer"
  };
  private static final String[] STATUSES = {"unset", "ok", "error"};

  private final ItemMapper items;

  SpanMapper(Source source, Catalogues catalogues) {
    items = new ItemMapper(source, catalogues.spans(), catalogues.resources());
  }

  String select() {
    return items.select();
  }

  static String kind(long number) {
    return number < 0 || number >= KINDS.length ? KINDS[0] : KINDS[(int) number];
  }

  static int kind(String name) {
    return List.of(KINDS).indexOf(name);
  }

  static String status(long number) {
    return number < 0 || number >= STATUSES.length ? STATUSES[0] : STATUSES[(int) number];
  }

  static int status(String name) {
    return List.of(STATUSES).indexOf(name);
  }

  SpanRow row(ResultSet r) throws SQLException {
    long start = items.number(r, "start_time");
    Map<String, Object> resource = items.resource(r);
    return new SpanRow(
        items.text(r, "span_id"),
        items.text(r, "parent_span_id"),
        Resources.service(resource),
        Resources.version(resource),
        Resources.instance(resource),
        name(r),
        kind(items.number(r, "kind")),
        Nanos.instant(start),
        0,
        Nanos.toMs(items.number(r, "duration_ns")),
        0,
        status(items.number(r, "status_code")),
        items.text(r, "status_message"),
        items.text(r, "trace_state"),
        new Scope(items.text(r, "scope_name"), items.text(r, "scope_version")),
        items.attributes(r),
        resource,
        events(items.text(r, "events"), start),
        links(items.text(r, "links")),
        new SpanRow.Dropped(
            items.number(r, "dropped_attributes"),
            items.number(r, "dropped_events"),
            items.number(r, "dropped_links")));
  }

  private String name(ResultSet r) throws SQLException {
    String name = items.text(r, "name");
    return name == null ? "" : name;
  }

  private static List<SpanRow.Event> events(String json, long start) {
    List<SpanRow.Event> events = new ArrayList<>();
    if (json != null) {
      for (JsonNode e : ItemMapper.tree(json)) {
        long time = e.path("time").longValue();
        Instant at = Nanos.instant(time);
        events.add(
            new SpanRow.Event(
                e.path("name").asText(),
                at,
                time == 0 ? 0 : Nanos.toMs(time - start),
                map(e.path("attributes"))));
      }
    }
    return events;
  }

  private static List<SpanRow.Link> links(String json) {
    List<SpanRow.Link> links = new ArrayList<>();
    if (json != null) {
      for (JsonNode l : ItemMapper.tree(json)) {
        links.add(
            new SpanRow.Link(
                l.path("trace_id").asText(),
                l.path("span_id").asText(),
                map(l.path("attributes"))));
      }
    }
    return links;
  }

  @SuppressWarnings("unchecked") // an object node becomes a map
  private static Map<String, Object> map(JsonNode node) {
    return node.isObject() ? (Map<String, Object>) ItemMapper.value(node) : Map.of();
  }
}
