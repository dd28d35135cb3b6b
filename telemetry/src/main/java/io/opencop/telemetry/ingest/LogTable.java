package io.opencop.telemetry.ingest;

import io.opencop.telemetry.columns.BytesColumn;
import io.opencop.telemetry.columns.Column;
import io.opencop.telemetry.columns.FixedColumn;
import io.opencop.telemetry.columns.LongColumn;
import io.opencop.telemetry.columns.RowOrder;
import io.opencop.telemetry.columns.Rows;
import io.opencop.telemetry.columns.Table;
import io.opencop.telemetry.otlp.JsonText;
import io.opencop.telemetry.otlp.LogHandler;
import io.opencop.telemetry.otlp.LogView;
import io.opencop.telemetry.otlp.OtlpLimits;
import io.opencop.telemetry.otlp.ValueKind;
import io.opencop.telemetry.rollup.RollupBuilder;
import io.opencop.telemetry.rollup.VolumeKey;
import java.util.ArrayList;
import java.util.List;

/** The log records of one slice, as columns. */
final class LogTable implements LogHandler, SliceTable {
  private static final int ERROR = 17;

  private final RollupBuilder rollup;
  private final TemplateMiner miner;
  private final LogTail tail;
  private final ResourceTable resources;
  private final ScopeTable scopes;
  private final Redactor redactor;
  private final AttributeJson attributeJson;
  private final AttributeColumns attributes;
  private final LongColumn time = new LongColumn("time", LongColumn.Logical.TIMESTAMP_NANOS);
  private final LongColumn observed =
      new LongColumn("observed_time", LongColumn.Logical.TIMESTAMP_NANOS);
  private final LongColumn severity = new LongColumn("severity_number", LongColumn.Logical.INT32);
  private final TextColumn severityText;
  private final BytesColumn body = new BytesColumn("body", BytesColumn.Kind.TEXT);
  private final BytesColumn bodyJson = new BytesColumn("body_json", BytesColumn.Kind.TEXT);
  private final FixedColumn traceId = new FixedColumn("trace_id", 16);
  private final FixedColumn spanId = new FixedColumn("span_id", 8);
  private final LongColumn flags = new LongColumn("flags", LongColumn.Logical.INT32);
  private final TextColumn eventName;
  private final LongColumn template = new LongColumn("template_id", LongColumn.Logical.INT64);
  private final LongColumn seq = new LongColumn("seq", LongColumn.Logical.INT64);
  private final LongColumn droppedAttributes =
      new LongColumn("dropped_attributes", LongColumn.Logical.INT64);
  private final JsonText json = new JsonText();
  private final TimeSpan times = new TimeSpan();
  private final long firstSeq;
  private long receivedNanos;
  private int rows;

  LogTable(
      Catalogues catalogues,
      Redactor redactor,
      OtlpLimits limits,
      RollupBuilder rollup,
      TemplateMiner miner,
      LogTail tail,
      long firstSeq) {
    this.rollup = rollup;
    this.miner = miner;
    this.tail = tail;
    this.redactor = redactor;
    attributeJson = new AttributeJson(redactor);
    this.firstSeq = firstSeq;
    resources = new ResourceTable(catalogues.resources(), redactor, limits, rollup);
    scopes = new ScopeTable(limits, redactor);
    attributes = new AttributeColumns(catalogues.logs(), redactor, "attributes");
    severityText = new TextColumn("severity_text", "severity_text", redactor);
    eventName = new TextColumn("event_name", "event_name", redactor);
  }

  void received(long nanos) {
    receivedNanos = nanos;
  }

  @Override
  public void resource(byte[] buf, int off, int len, int urlOff, int urlLen) {
    resources.resource(buf, off, len, urlOff, urlLen, receivedNanos);
  }

  @Override
  public void scope(byte[] buf, int off, int len, int urlOff, int urlLen) {
    scopes.scope(buf, off, len, urlOff, urlLen);
  }

  @Override
  public void log(LogView v) {
    int row = rows;
    byte[] buf = v.buf();
    resources.row(row);
    scopes.row(row);
    // A record without any time is taken to have happened when it arrived.
    long at = v.eventNanos() != 0 ? v.eventNanos() : receivedNanos;
    time.set(row, at);
    times.add(at);
    if (v.observedNanos() != 0) {
      observed.set(row, v.observedNanos());
    }
    severity.set(row, v.severityNumber());
    if (v.severityTextLen() > 0) {
      severityText.set(row, buf, v.severityTextOff(), v.severityTextLen());
    }
    body(row, v);
    if ((v.traceIdHi() | v.traceIdLo()) != 0) {
      traceId.set(row, v.traceIdHi(), v.traceIdLo());
    }
    if (v.spanId() != 0) {
      spanId.set(row, v.spanId());
    }
    if (v.flags() != 0) {
      flags.set(row, v.flags());
    }
    if (v.eventNameLen() > 0) {
      eventName.set(row, buf, v.eventNameOff(), v.eventNameLen());
    }
    if (v.droppedAttributes() != 0) {
      droppedAttributes.set(row, v.droppedAttributes());
    }
    seq.set(row, firstSeq + row);
    attributes.write(row, v.attributes());
    rows++;
    rollup.volume(resources.source(), VolumeKey.What.LOGS, at, 1);
    if (v.severityNumber() >= ERROR) {
      rollup.volume(resources.source(), VolumeKey.What.ERROR_LOGS, at, 1);
    }
    if (tail.isWatched()) {
      tail.row(this, row);
    }
  }

  private void body(int row, LogView v) {
    byte[] buf = v.buf();
    switch (v.bodyKind()) {
      case ValueKind.EMPTY -> {}
      case ValueKind.STRING -> {
        byte[] clean = redactor.redact(buf, v.bodyOff(), v.bodyLen());
        byte[] b = clean == null ? buf : clean;
        int off = clean == null ? v.bodyOff() : 0;
        int len = clean == null ? v.bodyLen() : clean.length;
        body.set(row, b, off, len);
        if (len > 0) {
          template.set(row, miner.template(serviceName(), b, off, len, time.get(row)));
        }
      }
      case ValueKind.INT -> scalar(row, json().number(v.bodyNumber()));
      case ValueKind.DOUBLE -> scalar(row, json().real(Double.longBitsToDouble(v.bodyNumber())));
      case ValueKind.BOOL -> scalar(row, json().bool(v.bodyNumber() != 0));
      default -> {
        attributeJson.nested(v.bodyKind(), buf, v.bodyOff(), v.bodyLen(), json());
        scalar(row, json);
      }
    }
  }

  private JsonText json() {
    json.clear();
    return json;
  }

  private void scalar(int row, JsonText value) {
    bodyJson.set(row, value.buf(), 0, value.size());
  }

  private String serviceName() {
    return resources.promoted("service.name");
  }

  @Override
  public String name() {
    return "logs";
  }

  @Override
  public int rows() {
    return rows;
  }

  long nextSeq() {
    return firstSeq + rows;
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
    List<Column> columns = new ArrayList<>(resources.columns());
    columns.addAll(
        List.of(
            time,
            observed,
            severity,
            severityText.column(),
            body,
            bodyJson,
            traceId,
            spanId,
            flags,
            eventName.column(),
            template,
            seq));
    columns.addAll(attributes.columns());
    columns.add(droppedAttributes);
    columns.addAll(scopes.columns());
    return new Table("logs", columns, rows);
  }

  @Override
  public Rows.Order order(Rows rowsToSort) {
    return RowOrder.sort(
        rowsToSort, RowOrder.Key.text(resources.serviceColumn()), new RowOrder.Key.Longs(time));
  }

  @Override
  public void full() {
    attributes.countUses();
    resources.countUses();
  }
}
