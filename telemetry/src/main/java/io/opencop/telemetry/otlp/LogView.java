package io.opencop.telemetry.otlp;

/**
 * One LogRecord (opentelemetry.proto.logs.v1). Ids are big-endian longs, 0 where the record belongs
 * to no trace (an id of a wrong length counts as none, as the specification asks). Filled by {@link
 * LogReader}.
 */
public final class LogView extends ItemView {
  private final Value body = new Value(source());
  private long timeNanos;
  private long observedNanos;
  private long traceIdHi;
  private long traceIdLo;
  private long spanId;
  private long severityText;
  private long eventName;
  private int severityNumber;
  private int flags;

  LogView(OtlpLimits limits, ReadCounters counters) {
    super(limits, counters);
  }

  /** When it happened, by the sender's clock; 0 where not known. */
  public long timeNanos() {
    return timeNanos;
  }

  /** When the collecting SDK or agent saw it; 0 where not given. */
  public long observedNanos() {
    return observedNanos;
  }

  /** The time to order by: when it happened, else when it was seen, else 0. */
  public long eventNanos() {
    return timeNanos != 0 ? timeNanos : observedNanos;
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

  /** SeverityNumber as sent: 0 unspecified, 1-4 trace, 5-8 debug, ... 21-24 fatal. */
  public int severityNumber() {
    return severityNumber;
  }

  public int severityTextOff() {
    return source().off(severityText);
  }

  public int severityTextLen() {
    return Source.len(severityText);
  }

  public int eventNameOff() {
    return source().off(eventName);
  }

  public int eventNameLen() {
    return Source.len(eventName);
  }

  /** Bits 0-7 W3C trace flags. */
  public int flags() {
    return flags;
  }

  /** One of {@link ValueKind}. */
  public byte bodyKind() {
    return body.kind();
  }

  /** Of a STRING, BYTES, ARRAY or KVLIST body. */
  public int bodyOff() {
    return source().off(body.bits());
  }

  /** Bytes; of a STRING, BYTES, ARRAY or KVLIST body. */
  public int bodyLen() {
    return Source.len(body.bits());
  }

  /** Of an INT, BOOL or DOUBLE body, as {@link Attributes#number}. */
  public long bodyNumber() {
    return body.bits();
  }

  /** Reads the LogRecord message at [p, end); null where it is to be kept. */
  RejectReason read(byte[] b, int p, int end) {
    reset(b, p, end);
    clear();
    final int origin = p;
    int bodyAt = p;
    int bodyLength = 0;
    int bodies = 0;
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
          case 6 -> attributes().add(b, origin, at, p);
          case 5 -> {
            bodyAt = at;
            bodyLength = size;
            bodies++;
          }
          case 3 -> severityText = text(b, origin, length);
          case 9 -> {
            traceIdHi = size == 16 ? Wire.bigEndian64(b, at) : 0;
            traceIdLo = size == 16 ? Wire.bigEndian64(b, at + 8) : 0;
          }
          case 10 -> spanId = size == 8 ? Wire.bigEndian64(b, at) : 0;
          case 12 -> eventName = text(b, origin, length);
          default -> {}
        }
        continue;
      }
      switch (tag) {
        case 1 << 3 | Wire.FIXED64 -> {
          p = Wire.advance(p, 8, end);
          timeNanos = Wire.fixed64(b, p - 8);
        }
        case 11 << 3 | Wire.FIXED64 -> {
          p = Wire.advance(p, 8, end);
          observedNanos = Wire.fixed64(b, p - 8);
        }
        case 2 << 3 -> {
          long value = Wire.var32(b, p, end);
          severityNumber = Wire.value(value);
          p = Wire.pos(value);
        }
        case 7 << 3 -> {
          long value = Wire.var32(b, p, end);
          droppedAttributes(Wire.value(value));
          p = Wire.pos(value);
        }
        case 8 << 3 | Wire.FIXED32 -> {
          p = Wire.advance(p, 4, end);
          flags = Wire.fixed32(b, p - 4);
        }
        default -> p = Wire.skip(b, p, end, tag, 0);
      }
    }
    int max = source().limits().bodyBytes();
    if (bodies > 1) {
      long merged = source().merged(b, origin, end, 5 << 3 | Wire.BYTES);
      int at = (int) (merged >>> 32);
      body.read(source().scratch(), 0, at, at + Source.len(merged), max);
    } else {
      body.read(b, origin, bodyAt, bodyAt + bodyLength, max);
    }
    boolean structured = body.kind() == ValueKind.ARRAY || body.kind() == ValueKind.KVLIST;
    return RejectReason.ofLog(timeNanos | observedNanos, structured && bodyLen() > max);
  }

  private void clear() {
    timeNanos = 0;
    observedNanos = 0;
    traceIdHi = 0;
    traceIdLo = 0;
    spanId = 0;
    severityText = 0;
    eventName = 0;
    severityNumber = 0;
    flags = 0;
  }
}
