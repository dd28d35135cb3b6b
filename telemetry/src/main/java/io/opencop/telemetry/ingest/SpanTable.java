package io.opencop.telemetry.ingest;

import io.opencop.telemetry.assemble.Nanos;
import io.opencop.telemetry.columns.BytesColumn;
import io.opencop.telemetry.columns.Column;
import io.opencop.telemetry.columns.FixedColumn;
import io.opencop.telemetry.columns.LongColumn;
import io.opencop.telemetry.columns.RowOrder;
import io.opencop.telemetry.columns.Rows;
import io.opencop.telemetry.columns.Table;
import io.opencop.telemetry.otlp.EventView;
import io.opencop.telemetry.otlp.JsonText;
import io.opencop.telemetry.otlp.LinkView;
import io.opencop.telemetry.otlp.OtlpLimits;
import io.opencop.telemetry.otlp.ReadCounters;
import io.opencop.telemetry.otlp.SpanHandler;
import io.opencop.telemetry.otlp.SpanView;
import io.opencop.telemetry.rollup.RollupBuilder;
import io.opencop.telemetry.rollup.VolumeKey;
import java.util.ArrayList;
import java.util.List;

/** The spans of one slice, as columns, counted into the slice's roll-ups as they come. */
final class SpanTable implements SpanHandler, SliceTable {
  private static final int SERVER = 2;
  private static final int ERROR = 2;

  private final RollupBuilder rollup;
  private final ResourceTable resources;
  private final ScopeTable scopes;
  private final SpanParts parts;
  private final AttributeColumns attributes;
  private final Peers peers;
  private final FixedColumn traceId = new FixedColumn("trace_id", 16);
  private final FixedColumn spanId = new FixedColumn("span_id", 8);
  private final FixedColumn parentId = new FixedColumn("parent_span_id", 8);
  private final TextColumn traceState;
  private final LongColumn flags = new LongColumn("flags", LongColumn.Logical.INT32);
  private final TextColumn name;
  private final LongColumn kind = new LongColumn("kind", LongColumn.Logical.INT32);
  private final LongColumn start = new LongColumn("start_time", LongColumn.Logical.TIMESTAMP_NANOS);
  private final LongColumn duration = new LongColumn("duration_ns", LongColumn.Logical.INT64);
  private final LongColumn status = new LongColumn("status_code", LongColumn.Logical.INT32);
  private final TextColumn statusMessage;
  private final BytesColumn events = new BytesColumn("events", BytesColumn.Kind.TEXT);
  private final BytesColumn links = new BytesColumn("links", BytesColumn.Kind.TEXT);
  private final LongColumn droppedAttributes =
      new LongColumn("dropped_attributes", LongColumn.Logical.INT64);
  private final LongColumn droppedEvents =
      new LongColumn("dropped_events", LongColumn.Logical.INT64);
  private final LongColumn droppedLinks = new LongColumn("dropped_links", LongColumn.Logical.INT64);
  private final EventView event;
  private final LinkView link;
  private final JsonText json = new JsonText();
  private final TimeSpan times = new TimeSpan();
  private long receivedNanos;
  private int rows;

  SpanTable(
      Catalogues catalogues,
      Redactor redactor,
      OtlpLimits limits,
      ReadCounters cuts,
      RollupBuilder rollup) {
    this.rollup = rollup;
    parts = new SpanParts(redactor);
    resources = new ResourceTable(catalogues.resources(), redactor, limits, rollup);
    scopes = new ScopeTable(limits, redactor);
    attributes = new AttributeColumns(catalogues.spans(), redactor, "attributes");
    peers = new Peers(attributes, rollup);
    name = new TextColumn("name", "name", redactor);
    traceState = new TextColumn("trace_state", "trace_state", redactor);
    statusMessage = new TextColumn("status_message", "status_message", redactor);
    event = new EventView(limits, cuts);
    link = new LinkView(limits, cuts);
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
  public void span(SpanView v) {
    int row = rows;
    byte[] buf = v.buf();
    resources.row(row);
    scopes.row(row);
    traceId.set(row, v.traceIdHi(), v.traceIdLo());
    spanId.set(row, v.spanId());
    if (v.parentSpanId() != 0) {
      parentId.set(row, v.parentSpanId());
    }
    int nameCode = name.set(row, buf, v.nameOff(), v.nameLen());
    kind.set(row, v.kind());
    start.set(row, v.startNanos());
    long took = Nanos.duration(v.startNanos(), v.endNanos());
    duration.set(row, took);
    status.set(row, v.statusCode());
    times.add(v.startNanos());
    rare(row, v, buf);
    attributes.write(row, v.attributes());
    rows++;
    count(row, v, nameCode, took);
  }

  /** What most spans do not have. */
  private void rare(int row, SpanView v, byte[] buf) {
    if (v.flags() != 0) {
      flags.set(row, v.flags());
    }
    if (v.traceStateLen() > 0) {
      traceState.set(row, buf, v.traceStateOff(), v.traceStateLen());
    }
    if (v.statusMessageLen() > 0) {
      statusMessage.set(row, buf, v.statusMessageOff(), v.statusMessageLen());
    }
    if (v.droppedAttributes() != 0) {
      droppedAttributes.set(row, v.droppedAttributes());
    }
    if (v.droppedEvents() != 0) {
      droppedEvents.set(row, v.droppedEvents());
    }
    if (v.droppedLinks() != 0) {
      droppedLinks.set(row, v.droppedLinks());
    }
    if (v.events() > 0) {
      json.clear();
      json.raw('[');
      for (int i = 0; i < v.events(); i++) {
        event.read(v.buf(), v.eventOff(i), v.eventLen(i));
        parts.event(event, json);
      }
      json.raw(']');
      events.set(row, json.buf(), 0, json.size());
    }
    if (v.links() > 0) {
      json.clear();
      json.raw('[');
      for (int i = 0; i < v.links(); i++) {
        link.read(v.buf(), v.linkOff(i), v.linkLen(i));
        parts.link(link, json);
      }
      json.raw(']');
      links.set(row, json.buf(), 0, json.size());
    }
  }

  private void count(int row, SpanView v, int nameCode, long took) {
    int source = resources.source();
    boolean error = v.statusCode() == ERROR;
    int k = v.kind();
    rollup.volume(source, VolumeKey.What.SPANS, v.startNanos(), 1);
    if (k == SERVER || k == Peers.CONSUMER) {
      rollup.entry(
          source,
          nameCode,
          name.dictionary()::text,
          k == Peers.CONSUMER,
          error,
          v.parentSpanId(),
          v.startNanos(),
          took);
    }
    if (k >= Peers.CLIENT && k <= Peers.CONSUMER) {
      int peer = peers.of(row, k, nameCode, name);
      if (peer >= 0) {
        boolean inbound = k == Peers.CONSUMER;
        long id = inbound ? 0 : v.spanId();
        rollup.call(source, peer, inbound, error, id, v.startNanos(), took);
      }
    }
  }

  @Override
  public String name() {
    return "spans";
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
    return start;
  }

  @Override
  public Table table() {
    List<Column> columns = new ArrayList<>(resources.columns());
    columns.addAll(
        List.of(
            traceId,
            spanId,
            parentId,
            name.column(),
            kind,
            start,
            duration,
            status,
            statusMessage.column(),
            traceState.column(),
            flags));
    columns.addAll(attributes.columns());
    columns.addAll(List.of(events, links, droppedAttributes, droppedEvents, droppedLinks));
    columns.addAll(scopes.columns());
    return new Table("spans", columns, rows);
  }

  @Override
  public Rows.Order order(Rows rowsToSort) {
    return RowOrder.sort(
        rowsToSort, RowOrder.Key.text(resources.serviceColumn()), new RowOrder.Key.Longs(start));
  }

  @Override
  public void full() {
    attributes.countUses();
    resources.countUses();
  }
}
