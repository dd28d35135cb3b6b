package io.opencop.telemetry.otlp;

/** One span Link. Owned by the caller and reused from link to link. */
public final class LinkView extends ItemView {
  private long traceIdHi;
  private long traceIdLo;
  private long spanId;
  private long traceState;
  private int flags;

  public LinkView(OtlpLimits limits, ReadCounters counters) {
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

  public int traceStateOff() {
    return source().off(traceState);
  }

  public int traceStateLen() {
    return Source.len(traceState);
  }

  public int flags() {
    return flags;
  }

  /** Reads the Link message at [off, off + len), as {@link SpanView#linkOff} names it. */
  public void read(byte[] b, int off, int len) {
    int p = off;
    int end = off + len;
    reset(b, p, end);
    traceIdHi = 0;
    traceIdLo = 0;
    spanId = 0;
    traceState = 0;
    flags = 0;
    while (p < end) {
      long read = Wire.tag(b, p, end);
      int tag = Wire.value(read);
      p = Wire.pos(read);
      if ((tag & 7) == Wire.BYTES) {
        long length = Wire.length(b, p, end);
        int at = Wire.pos(length);
        p = at + Wire.value(length);
        switch (tag >>> 3) {
          case 1 -> {
            traceIdHi = p - at == 16 ? Wire.bigEndian64(b, at) : 0;
            traceIdLo = p - at == 16 ? Wire.bigEndian64(b, at + 8) : 0;
          }
          case 2 -> spanId = p - at == 8 ? Wire.bigEndian64(b, at) : 0;
          case 3 -> traceState = text(b, off, length);
          case 4 -> attributes().add(b, off, at, p);
          default -> {}
        }
      } else if (tag == 5 << 3) {
        long value = Wire.var32(b, p, end);
        droppedAttributes(Wire.value(value));
        p = Wire.pos(value);
      } else if (tag == (6 << 3 | Wire.FIXED32)) {
        p = Wire.advance(p, 4, end);
        flags = Wire.fixed32(b, p - 4);
      } else {
        p = Wire.skip(b, p, end, tag, 0);
      }
    }
  }

  /** A link without both ids points nowhere. */
  static boolean hasIds(byte[] b, int p, int end) {
    boolean trace = false;
    boolean span = false;
    while (p < end) {
      long read = Wire.tag(b, p, end);
      int tag = Wire.value(read);
      int at = Wire.pos(read);
      p = Wire.skip(b, at, end, tag, 0);
      if (tag == (1 << 3 | Wire.BYTES)) {
        at = p - 16;
        trace = length(b, read, end) == 16 && (Wire.fixed64(b, at) | Wire.fixed64(b, at + 8)) != 0;
      } else if (tag == (2 << 3 | Wire.BYTES)) {
        span = length(b, read, end) == 8 && Wire.fixed64(b, p - 8) != 0;
      }
    }
    return trace && span;
  }

  private static int length(byte[] b, long tag, int end) {
    return Wire.value(Wire.length(b, Wire.pos(tag), end));
  }
}
