package io.opencop.telemetry.store;

import io.opencop.telemetry.assemble.Nanos;
import io.opencop.telemetry.assemble.Resources;
import io.opencop.telemetry.assemble.Severities;
import io.opencop.telemetry.ingest.Catalogues;
import io.opencop.telemetry.query.LogRow;
import io.opencop.telemetry.query.Scope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;

/** Whole log records from rows. */
final class LogMapper {
  private final ItemMapper items;

  LogMapper(Source source, Catalogues catalogues) {
    items = new ItemMapper(source, catalogues.logs(), catalogues.resources());
  }

  String select() {
    return items.select();
  }

  LogRow row(ResultSet r) throws SQLException {
    Map<String, Object> resource = items.resource(r);
    String json = items.text(r, "body_json");
    Object body = json == null ? items.text(r, "body") : ItemMapper.value(ItemMapper.tree(json));
    long template = items.number(r, "template_id");
    return new LogRow(
        Long.toString(items.number(r, "seq")),
        Nanos.instant(items.number(r, "time")),
        Nanos.instant(items.number(r, "observed_time")),
        Severities.name((int) items.number(r, "severity_number")),
        items.text(r, "severity_text"),
        Resources.service(resource),
        Resources.instance(resource),
        body,
        items.text(r, "trace_id"),
        items.text(r, "span_id"),
        items.text(r, "event_name"),
        template == 0 ? null : Long.toString(template),
        items.attributes(r),
        resource,
        new Scope(items.text(r, "scope_name"), items.text(r, "scope_version")));
  }
}
