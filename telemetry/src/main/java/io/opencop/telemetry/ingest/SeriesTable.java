package io.opencop.telemetry.ingest;

import io.opencop.telemetry.columns.BoolColumn;
import io.opencop.telemetry.columns.BytesColumn;
import io.opencop.telemetry.columns.Column;
import io.opencop.telemetry.columns.LongColumn;
import io.opencop.telemetry.columns.RowOrder;
import io.opencop.telemetry.columns.Rows;
import io.opencop.telemetry.columns.StringColumn;
import io.opencop.telemetry.columns.Table;
import io.opencop.telemetry.otlp.JsonText;
import io.opencop.telemetry.otlp.MetricKind;
import io.opencop.telemetry.otlp.MetricView;
import io.opencop.telemetry.otlp.PointView;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The series seen in one slice. Row numbers are one less than the series' entry number, since entry
 * 0 means none.
 */
final class SeriesTable implements SliceTable {
  private final ResourceTable resources;
  private final ScopeTable scopes;
  private final AttributeJson attributeJson;

  /** By entry number, for the points; {@code series} by row is the same one further up. */
  private final LongColumn ids = new LongColumn("series", LongColumn.Logical.INT64);

  private final LongColumn series = new LongColumn("series", LongColumn.Logical.INT64);
  private final StringColumn metric = new StringColumn("metric");
  private final StringColumn type = new StringColumn("type");
  private final StringColumn unit = new StringColumn("unit");
  private final StringColumn description = new StringColumn("description");
  private final StringColumn temporality = new StringColumn("temporality");
  private final BoolColumn monotonic = new BoolColumn("monotonic");
  private final BytesColumn attributes = new BytesColumn("attributes", BytesColumn.Kind.TEXT);
  private final LongColumn first = new LongColumn("first_time", LongColumn.Logical.TIMESTAMP_NANOS);
  private final JsonText json = new JsonText();
  private final TimeSpan times = new TimeSpan();
  private int rows;

  SeriesTable(ResourceTable resources, ScopeTable scopes, Redactor redactor) {
    this.resources = resources;
    this.scopes = scopes;
    attributeJson = new AttributeJson(redactor);
  }

  LongColumn ids() {
    return ids;
  }

  /** The entry number of a new series. */
  int add(long hash, PointView p) {
    int row = rows++;
    MetricView m = p.metric();
    byte[] b = m.buf();
    resources.row(row);
    scopes.row(row);
    ids.set(row + 1, hash);
    series.set(row, hash);
    metric.set(row, b, m.nameOff(), m.nameLen());
    type.set(row, m.kind().name().toLowerCase(Locale.ROOT));
    unit.set(row, b, m.unitOff(), m.unitLen());
    if (m.descriptionLen() > 0) {
      description.set(row, b, m.descriptionOff(), m.descriptionLen());
    }
    if (m.temporality() != 0) {
      temporality.set(row, m.temporality() == 1 ? "delta" : "cumulative");
    }
    if (m.kind() == MetricKind.SUM) {
      monotonic.set(row, m.monotonic());
    }
    first.set(row, p.timeNanos());
    times.add(p.timeNanos());
    json.clear();
    attributeJson.object(p.attributes(), json);
    attributes.set(row, json.buf(), 0, json.size());
    return row + 1;
  }

  @Override
  public String name() {
    return "series";
  }

  @Override
  public int rows() {
    return rows;
  }

  @Override
  public TimeSpan times() {
    return times;
  }

  @Override
  public LongColumn timeColumn() {
    return null;
  }

  @Override
  public Table table() {
    List<Column> columns = new ArrayList<>(resources.columns());
    columns.addAll(
        List.of(
            series, metric, type, unit, description, temporality, monotonic, attributes, first));
    columns.addAll(scopes.columns());
    return new Table("series", columns, rows);
  }

  @Override
  public Rows.Order order(Rows rowsToSort) {
    return RowOrder.sort(rowsToSort, RowOrder.Key.text(metric));
  }

  @Override
  public void full() {
    resources.countUses();
  }
}
