package io.opencop.telemetry.ingest;

import io.opencop.telemetry.columns.BytesColumn;
import io.opencop.telemetry.columns.DoubleColumn;
import io.opencop.telemetry.columns.IndirectColumn;
import io.opencop.telemetry.columns.LongColumn;
import io.opencop.telemetry.columns.RowIds;
import io.opencop.telemetry.columns.RowOrder;
import io.opencop.telemetry.columns.Rows;
import io.opencop.telemetry.columns.Table;
import io.opencop.telemetry.otlp.OtlpLimits;
import io.opencop.telemetry.otlp.PointView;
import io.opencop.telemetry.otlp.ValueKind;
import java.util.List;

/** Points of gauges and sums: series, time, value. */
final class PointTable implements SliceTable {
  /** Beyond this a double does not hold every integer. */
  private static final long EXACT = 1L << 53;

  private final RowIds series;
  private final LongColumn ids;
  private final LongColumn time = new LongColumn("time", LongColumn.Logical.TIMESTAMP_NANOS);
  private final LongColumn start = new LongColumn("start_time", LongColumn.Logical.TIMESTAMP_NANOS);
  private final DoubleColumn value = new DoubleColumn("value");
  private final LongColumn exact = new LongColumn("value_int", LongColumn.Logical.INT64);
  private final BytesColumn exemplars = new BytesColumn("exemplars", BytesColumn.Kind.TEXT);
  private final ExemplarJson exemplarJson;
  private final TimeSpan times = new TimeSpan();
  private int rows;

  PointTable(RowIds series, LongColumn ids, OtlpLimits limits, Redactor redactor) {
    this.series = series;
    this.ids = ids;
    exemplarJson = new ExemplarJson(limits, redactor);
  }

  /** A point without recorded value is a row without value: where the line breaks off. */
  void add(int number, PointView p) {
    int row = rows++;
    series.set(row, number);
    time.set(row, p.timeNanos());
    times.add(p.timeNanos());
    if (p.startNanos() != 0) {
      start.set(row, p.startNanos());
    }
    if (!p.noRecordedValue() && p.numberKind() != ValueKind.EMPTY) {
      value.set(row, p.real());
      if (p.numberKind() == ValueKind.INT && Math.abs(p.number()) > EXACT) {
        exact.set(row, p.number());
      }
    }
    if (p.exemplars() > 0) {
      exemplarJson.write(p, exemplars, row);
    }
  }

  @Override
  public String name() {
    return "points";
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
    return time;
  }

  @Override
  public Table table() {
    return new Table(
        "points",
        List.of(new IndirectColumn(series, ids), time, start, value, exact, exemplars),
        rows);
  }

  @Override
  public Rows.Order order(Rows rowsToSort) {
    return RowOrder.sort(rowsToSort, RowOrder.Key.entry(series), new RowOrder.Key.Longs(time));
  }

  @Override
  public void full() {}
}
