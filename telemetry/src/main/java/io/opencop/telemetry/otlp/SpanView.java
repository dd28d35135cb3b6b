package io.opencop.telemetry.otlp;

/**
 * One Span (opentelemetry.proto.trace.v1). Ids are big-endian longs, times unsigned nanoseconds
 * since 1970 that fit a signed long. Filled by {@link SpanReader}.
 */
public final class SpanView extends ItemView {
  private final Ranges events = new Ranges(source());
  private final Ranges links = new Ranges(source());
  private long traceIdHi;
  private long traceIdLo;
  private long spanId;
  private long parentSpanId;
  private long startNanos;
  private long endNanos;
  private long name;
  private long traceState;
  private long statusMessage;
  private int kind;
  private int statusCode;
  private int flags;
  private long sentDroppedEvents;
  private long sentDroppedLinks;
  private int surplusEvents;
  private int surplusLinks;

  SpanView(OtlpLimits limits, ReadCounters counters) {
    super(limits, counters);
  }

  public long traceIdHi() {
    return traceIdHi;
  }

  public long traceIdLo() {
    return traceIdLo;
  }

  public long spanId() {
    return spanId;
  }

  /** 0 where the span is a root. */
  public long parentSpanId() {
    return parentSpanId;
  }

  public long startNanos() {
    return startNanos;
  }

  /** May lie before the start: senders' clocks step. */
  public long endNanos() {
    return endNanos;
  }

  public int nameOff() {
    return source().off(name);
  }

  public int nameLen() {
    return Source.len(name);
  }

  public int traceStateOff() {
    return source().off(traceState);
  }

  public int traceStateLen() {
    return Source.len(traceState);
  }

  /** SpanKind as sent; 0 unspecified, 1 internal, 2 server, 3 client, 4 producer, 5 consumer. */
  public int kind() {
    return kind;
  }

  /** StatusCode as sent; 0 unset, 1 ok, 2 error. */
  public int statusCode() {
    return statusCode;
  }

  public int statusMessageOff() {
    return source().off(statusMessage);
  }

  public int statusMessageLen() {
    return Source.len(statusMessage);
  }

  /** Bits 0-7 W3C trace flags, 8 and 9 whether the parent is remote. */
  public int flags() {
    return flags;
  }

  /** Dropped by the sender and by this reader's limits. */
  public long droppedEvents() {
    return sentDroppedEvents + surplusEvents;
  }

  /** Dropped by the sender, by this reader's limits, and links without valid ids. */
  public long droppedLinks() {
    return sentDroppedLinks + surplusLinks;
  }

  public int events() {
    return events.size();
  }

  /** Of event i; give it to {@link EventView#read}. */
  public int eventOff(int i) {
    return events.off(i);
  }

  public int eventLen(int i) {
    return events.len(i);
  }

  public int links() {
    return links.size();
  }

  /** Of link i; give it to {@link LinkView#read}. */
  public int linkOff(int i) {
    return links.off(i);
  }

  public int linkLen(int i) {
    return links.len(i);
  }

  /** Reads the Span message at [p, end); null where it is to be kept. */
  RejectReason read(byte[] b, int p, int end) {
    reset(b, p, end);
    clear();
    final int origin = p;
    int traceAt = p;
    int traceLength = 0;
    int spanAt = p;
    int spanLength = 0;
    int parentAt = p;
    int parentLength = 0;
    while (p < end) {
      long read = Wire.tag(b, p, end);
      int tag = Wire.value(read);
      p = Wire.pos(read);
      if ((tag & 7) == Wire.BYTES) {
        long length = Wire.length(b, p, end);
        int at = Wire.pos(length);
        int size = Wire.value(length);
        p = at + size;
        switch (tag >>> 3) {
          case 9 -> attributes().add(b, origin, at, p);
          case 1 -> {
            traceAt = at;
            traceLength = size;
          }
          case 2 -> {
            spanAt = at;
            spanLength = size;
          }
          case 3 -> traceState = text(b, origin, length);
          case 4 -> {
            parentAt = at;
            parentLength = size;
          }
          case 5 -> name = text(b, origin, length);
          case 11 -> addEvent(at - origin, size);
          case 13 -> addLink(b, at - origin, at, p);
          case 15 -> readStatus(b, origin, at, p);
          default -> {}
        }
        continue;
      }
      switch (tag) {
        case 6 << 3 -> {
          long value = Wire.var32(b, p, end);
          kind = Wire.value(value);
          p = Wire.pos(value);
        }
        case 7 << 3 | Wire.FIXED64 -> {
          p = Wire.advance(p, 8, end);
          startNanos = Wire.fixed64(b, p - 8);
        }
        case 8 << 3 | Wire.FIXED64 -> {
          p = Wire.advance(p, 8, end);
          endNanos = Wire.fixed64(b, p - 8);
        }
        case 16 << 3 | Wire.FIXED32 -> {
          p = Wire.advance(p, 4, end);
          flags = Wire.fixed32(b, p - 4);
        }
        case 10 << 3 -> {
          long value = Wire.var32(b, p, end);
          droppedAttributes(Wire.value(value));
          p = Wire.pos(value);
        }
        case 12 << 3 -> {
          long value = Wire.var32(b, p, end);
          sentDroppedEvents = value & 0xffff_ffffL;
          p = Wire.pos(value);
        }
        case 14 << 3 -> {
          long value = Wire.var32(b, p, end);
          sentDroppedLinks = value & 0xffff_ffffL;
          p = Wire.pos(value);
        }
        default -> p = Wire.skip(b, p, end, tag, 0);
      }
    }
    RejectReason reason =
        RejectReason.ofSpan(
            b, traceAt, traceLength, spanAt, spanLength, parentLength, startNanos | endNanos);
    if (reason == null) {
      traceIdHi = Wire.bigEndian64(b, traceAt);
      traceIdLo = Wire.bigEndian64(b, traceAt + 8);
      spanId = Wire.bigEndian64(b, spanAt);
      parentSpanId = parentLength == 0 ? 0 : Wire.bigEndian64(b, parentAt);
    }
    return reason;
  }

  private void clear() {
    events.clear();
    links.clear();
    parentSpanId = 0;
    startNanos = 0;
    endNanos = 0;
    name = 0;
    traceState = 0;
    statusMessage = 0;
    kind = 0;
    statusCode = 0;
    flags = 0;
    sentDroppedEvents = 0;
    sentDroppedLinks = 0;
    surplusEvents = 0;
    surplusLinks = 0;
  }

  private void addEvent(int relative, int len) {
    if (events.size() < source().limits().events()) {
      events.add(relative, len);
    } else {
      surplusEvents++;
      source().counters().eventDropped();
    }
  }

  private void addLink(byte[] b, int relative, int p, int end) {
    if (links.size() < source().limits().links() && LinkView.hasIds(b, p, end)) {
      links.add(relative, end - p);
    } else {
      surplusLinks++;
      source().counters().linkDropped();
    }
  }

  /** Status may occur twice and then merges, so its fields are set one by one. */
  private void readStatus(byte[] b, int origin, int p, int end) {
    while (p < end) {
      long read = Wire.tag(b, p, end);
      int tag = Wire.value(read);
      p = Wire.pos(read);
      if (tag == (2 << 3 | Wire.BYTES)) {
        long length = Wire.length(b, p, end);
        statusMessage = text(b, origin, length);
        p = Wire.pos(length) + Wire.value(length);
      } else if (tag == 3 << 3) {
        long value = Wire.var32(b, p, end);
        statusCode = Wire.value(value);
        p = Wire.pos(value);
      } else {
        p = Wire.skip(b, p, end, tag, 0);
      }
    }
  }
}
