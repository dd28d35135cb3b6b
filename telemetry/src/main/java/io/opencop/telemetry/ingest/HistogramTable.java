package io.opencop.telemetry.ingest;

import io.opencop.telemetry.columns.BytesColumn;
import io.opencop.telemetry.columns.DoubleColumn;
import io.opencop.telemetry.columns.IndirectColumn;
import io.opencop.telemetry.columns.LongColumn;
import io.opencop.telemetry.columns.RowIds;
import io.opencop.telemetry.columns.RowOrder;
import io.opencop.telemetry.columns.Rows;
import io.opencop.telemetry.columns.StringColumn;
import io.opencop.telemetry.columns.Table;
import io.opencop.telemetry.otlp.Buckets;
import io.opencop.telemetry.otlp.JsonText;
import io.opencop.telemetry.otlp.MetricKind;
import io.opencop.telemetry.otlp.Numbers;
import io.opencop.telemetry.otlp.OtlpLimits;
import io.opencop.telemetry.otlp.PointView;
import java.util.List;

/**
 * Points of histograms, exponential histograms and summaries. Buckets are JSON: {@code bounds} and
 * {@code counts} of a histogram, {@code exponential} {"scale","zero_count","zero_threshold",
 * "positive":{"offset","counts"},"negative":…}, {@code quantiles} [[q, value], …] of a summary.
 */
final class HistogramTable implements SliceTable {
  private final RowIds series;
  private final LongColumn ids;
  private final LongColumn time = new LongColumn("time", LongColumn.Logical.TIMESTAMP_NANOS);
  private final LongColumn start = new LongColumn("start_time", LongColumn.Logical.TIMESTAMP_NANOS);
  private final LongColumn count = new LongColumn("count", LongColumn.Logical.INT64);
  private final DoubleColumn sum = new DoubleColumn("sum");
  private final DoubleColumn min = new DoubleColumn("min");
  private final DoubleColumn max = new DoubleColumn("max");
  private final StringColumn bounds = new StringColumn("bounds");
  private final StringColumn counts = new StringColumn("counts");
  private final StringColumn exponential = new StringColumn("exponential");
  private final StringColumn quantiles = new StringColumn("quantiles");
  private final BytesColumn exemplars = new BytesColumn("exemplars", BytesColumn.Kind.TEXT);
  private final ExemplarJson exemplarJson;
  private final JsonText json = new JsonText();
  private final TimeSpan times = new TimeSpan();
  private int rows;

  HistogramTable(RowIds series, LongColumn ids, OtlpLimits limits, Redactor redactor) {
    this.series = series;
    this.ids = ids;
    exemplarJson = new ExemplarJson(limits, redactor);
  }

  void add(int number, PointView p) {
    int row = rows++;
    series.set(row, number);
    time.set(row, p.timeNanos());
    times.add(p.timeNanos());
    if (p.startNanos() != 0) {
      start.set(row, p.startNanos());
    }
    if (p.noRecordedValue()) {
      return;
    }
    count.set(row, p.count());
    MetricKind kind = p.metric().kind();
    if (kind == MetricKind.SUMMARY || p.hasSum()) {
      sum.set(row, p.sum());
    }
    switch (kind) {
      case HISTOGRAM -> {
        minMax(row, p);
        if (p.bucketCounts().size() > 0) {
          set(bounds, row, doubles(p.bounds()));
          set(counts, row, longs(p.bucketCounts()));
        }
      }
      case EXPONENTIAL_HISTOGRAM -> {
        minMax(row, p);
        set(exponential, row, exponential(p));
      }
      case SUMMARY -> set(quantiles, row, quantiles(p));
      case GAUGE, SUM -> throw new IllegalStateException("a " + kind + " is no histogram");
    }
    if (p.exemplars() > 0) {
      exemplarJson.write(p, exemplars, row);
    }
  }

  private void minMax(int row, PointView p) {
    if (p.hasMin()) {
      min.set(row, p.min());
    }
    if (p.hasMax()) {
      max.set(row, p.max());
    }
  }

  private static void set(StringColumn column, int row, JsonText json) {
    column.set(row, json.buf(), 0, json.size());
  }

  private JsonText doubles(Numbers n) {
    json.clear();
    json.raw('[');
    for (int i = 0; i < n.size(); i++) {
      Json.comma(json).real(n.real(i));
    }
    return json.raw(']');
  }

  private JsonText longs(Numbers n) {
    json.clear();
    longs(n, json);
    return json;
  }

  private static void longs(Numbers n, JsonText out) {
    out.raw('[');
    for (int i = 0; i < n.size(); i++) {
      Json.comma(out).raw(Long.toUnsignedString(n.get(i)));
    }
    out.raw(']');
  }

  private JsonText exponential(PointView p) {
    json.clear();
    json.raw("{\"scale\":").number(p.scale());
    json.raw(",\"zero_count\":").raw(Long.toUnsignedString(p.zeroCount()));
    json.raw(",\"zero_threshold\":").real(p.zeroThreshold());
    side("positive", p.positive());
    side("negative", p.negative());
    return json.raw('}');
  }

  private void side(String name, Buckets b) {
    json.raw(",\"").raw(name).raw("\":{\"offset\":").number(b.offset()).raw(",\"counts\":");
    longs(b.counts(), json);
    json.raw('}');
  }

  private JsonText quantiles(PointView p) {
    json.clear();
    json.raw('[');
    for (int i = 0; i < p.quantiles().size(); i++) {
      Json.comma(json).raw('[').real(p.quantiles().real(i)).raw(',');
      json.real(p.quantileValues().real(i)).raw(']');
    }
    return json.raw(']');
  }

  @Override
  public String name() {
    return "histograms";
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
        "histograms",
        List.of(
            new IndirectColumn(series, ids),
            time,
            start,
            count,
            sum,
            min,
            max,
            bounds,
            counts,
            exponential,
            quantiles,
            exemplars),
        rows);
  }

  @Override
  public Rows.Order order(Rows rowsToSort) {
    return RowOrder.sort(rowsToSort, RowOrder.Key.entry(series), new RowOrder.Key.Longs(time));
  }

  @Override
  public void full() {}
}
