package io.opencop.telemetry.store;

import io.opencop.telemetry.assemble.Conditions;
import io.opencop.telemetry.assemble.LogWords;
import io.opencop.telemetry.assemble.Nanos;
import io.opencop.telemetry.assemble.Resources;
import io.opencop.telemetry.assemble.Severities;
import io.opencop.telemetry.assemble.Values;
import io.opencop.telemetry.columns.BoolColumn;
import io.opencop.telemetry.columns.BytesColumn;
import io.opencop.telemetry.columns.Column;
import io.opencop.telemetry.columns.DoubleColumn;
import io.opencop.telemetry.columns.FixedColumn;
import io.opencop.telemetry.columns.IndirectColumn;
import io.opencop.telemetry.columns.LongColumn;
import io.opencop.telemetry.columns.StringColumn;
import io.opencop.telemetry.columns.Table;
import io.opencop.telemetry.ingest.AttributeCatalogue;
import io.opencop.telemetry.ingest.Catalogues;
import io.opencop.telemetry.query.LogFilter;
import io.opencop.telemetry.query.LogRow;
import io.opencop.telemetry.query.Scope;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.ObjIntConsumer;

/** One live tail: takes rows off the hot table as they come, and passes on those that match. */
final class TailWatcher implements ObjIntConsumer<Table> {
  private final LogFilter filter;
  private final LogWords words;
  private final Catalogues catalogues;
  private final Consumer<LogRow> sink;

  TailWatcher(LogFilter filter, Catalogues catalogues, Consumer<LogRow> sink) {
    this.filter = filter;
    words = new LogWords(filter.text());
    this.catalogues = catalogues;
    this.sink = sink;
  }

  @Override
  public void accept(Table table, int row) {
    Map<String, Object> values = new HashMap<>();
    for (Column c : table.columns()) {
      Object value = value(c, row);
      if (value != null) {
        values.put(c.name(), value);
      }
    }
    long severity = number(values, "severity_number");
    if (severity < filter.minSeverity()) {
      return;
    }
    LogRow log = log(values, severity);
    boolean matches =
        words.match(Values.text(log.body()))
            && is(filter.service(), log.service())
            && is(lower(filter.traceId()), log.traceId())
            && is(text(filter.templateId()), log.templateId())
            && Conditions.match(filter.attributes(), log.attributes(), log.resource());
    if (matches) {
      sink.accept(log);
    }
  }

  private LogRow log(Map<String, Object> values, long severity) {
    Map<String, Object> resource =
        attributes(values, catalogues.resources(), "resource_attributes");
    String json = (String) values.get("body_json");
    Object body = json == null ? values.get("body") : ItemMapper.value(ItemMapper.tree(json));
    return new LogRow(
        text(values.get("seq")),
        Nanos.instant(number(values, "time")),
        Nanos.instant(number(values, "observed_time")),
        Severities.name((int) severity),
        (String) values.get("severity_text"),
        Resources.service(resource),
        Resources.instance(resource),
        body,
        (String) values.get("trace_id"),
        (String) values.get("span_id"),
        (String) values.get("event_name"),
        text(values.get("template_id")),
        attributes(values, catalogues.logs(), "attributes"),
        resource,
        new Scope((String) values.get("scope_name"), (String) values.get("scope_version")));
  }

  private static Map<String, Object> attributes(
      Map<String, Object> values, AttributeCatalogue keys, String rest) {
    Map<String, Object> out = new TreeMap<>();
    for (AttributeCatalogue.Entry e : keys.entries()) {
      Object value = e.type() == null ? null : values.get(e.column());
      if (value != null) {
        out.put(e.key(), value);
      }
    }
    String json = (String) values.get(rest);
    if (json != null) {
      out.putAll(ItemMapper.object(json));
    }
    return out;
  }

  private static Object value(Column column, int row) {
    return switch (column) {
      case IndirectColumn c -> c.ids().get(row) == 0 ? null : value(c.entries(), c.ids().get(row));
      case StringColumn c -> c.get(row);
      case LongColumn c -> c.has(row) ? (Object) c.get(row) : null;
      case DoubleColumn c -> c.has(row) ? (Object) c.get(row) : null;
      case BoolColumn c -> c.has(row) ? (Object) c.get(row) : null;
      case BytesColumn c -> c.has(row) ? new String(c.get(row), StandardCharsets.UTF_8) : null;
      case FixedColumn c -> id(c, row);
    };
  }

  private static String id(FixedColumn c, int row) {
    if ((c.high(row) | c.low(row)) == 0) {
      return null;
    }
    return c.bytes() == 8
        ? String.format("%016x", c.low(row))
        : String.format("%016x%016x", c.high(row), c.low(row));
  }

  private static long number(Map<String, Object> values, String key) {
    return values.get(key) instanceof Long n ? n : 0;
  }

  private static boolean is(String wanted, String value) {
    return wanted == null || wanted.equals(value);
  }

  private static String lower(String s) {
    return s == null ? null : s.toLowerCase(Locale.ROOT);
  }

  private static String text(Object value) {
    return value == null ? null : value.toString();
  }
}
