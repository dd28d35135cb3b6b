package io.opencop.telemetry.ingest;

import io.opencop.telemetry.columns.BytesColumn;
import io.opencop.telemetry.columns.Column;
import io.opencop.telemetry.columns.IndirectColumn;
import io.opencop.telemetry.columns.RowIds;
import io.opencop.telemetry.columns.StringColumn;
import io.opencop.telemetry.otlp.JsonText;
import io.opencop.telemetry.otlp.OtlpLimits;
import io.opencop.telemetry.otlp.ReadCounters;
import io.opencop.telemetry.otlp.ScopeView;
import java.util.List;

/** The instrumentation scopes of one slice's rows. */
final class ScopeTable {
  private final Heads heads = new Heads();
  private final RowIds ids = new RowIds();
  private final StringColumn name = new StringColumn("scope_name");
  private final StringColumn version = new StringColumn("scope_version");
  private final StringColumn url = new StringColumn("scope_schema_url");
  private final BytesColumn attributes = new BytesColumn("scope_attributes", BytesColumn.Kind.TEXT);
  private final JsonText json = new JsonText();
  private final ScopeView view;
  private final AttributeJson attributeJson;
  private int current;

  ScopeTable(OtlpLimits limits, Redactor redactor) {
    view = new ScopeView(limits, new ReadCounters());
    attributeJson = new AttributeJson(redactor);
  }

  void scope(byte[] b, int off, int len, int urlOff, int urlLen) {
    int number = heads.number(b, off, len, urlOff, urlLen);
    if (number < 0) {
      number = -number;
      view.read(b, off, len);
      if (view.nameLen() > 0) {
        name.set(number, view.buf(), view.nameOff(), view.nameLen());
      }
      if (view.versionLen() > 0) {
        version.set(number, view.buf(), view.versionOff(), view.versionLen());
      }
      if (urlLen > 0) {
        url.set(number, b, urlOff, urlLen);
      }
      if (view.attributes().size() > 0) {
        json.clear();
        attributeJson.object(view.attributes(), json);
        attributes.set(number, json.buf(), 0, json.size());
      }
    }
    current = number;
  }

  void row(int row) {
    ids.set(row, current);
  }

  int number() {
    return current;
  }

  String name() {
    return name.get(current);
  }

  String version() {
    return version.get(current);
  }

  List<Column> columns() {
    return List.of(
        new IndirectColumn(ids, name),
        new IndirectColumn(ids, version),
        new IndirectColumn(ids, url),
        new IndirectColumn(ids, attributes));
  }
}
