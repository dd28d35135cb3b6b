package io.opencop.telemetry.otlp;

/**
 * The two levels around the items, numbered alike in all three signals: ResourceX {resource = 1,
 * scope_x = 2, schema_url = 3}, ScopeX {scope = 1, x = 2, schema_url = 3}. Each level is walked
 * twice, first for what its items need to know (fields may come in any order), then for the items.
 */
abstract class RequestReader<H extends OtlpHandler> {
  private static final int CHILDREN = 2 << 3 | Wire.BYTES;

  private final OtlpLimits limits;
  private final ReadCounters counters;
  private final HeadView head;

  RequestReader(OtlpLimits limits, ReadCounters counters) {
    this.limits = limits;
    this.counters = counters;
    head = new HeadView(limits, counters);
  }

  /** What was cut, dropped, mended or rejected since this reader was made. */
  public final ReadCounters counters() {
    return counters;
  }

  /**
   * Reads one export request. Items the handler already got stay with it when a later byte turns
   * out malformed, so check first ({@link OtlpCheck}).
   *
   * @throws OtlpMalformedException where the bytes are not such a request
   */
  public final void read(byte[] buf, int off, int len, H handler) {
    int p = off;
    int end = off + len;
    while (p < end) {
      long read = Wire.tag(buf, p, end);
      int tag = Wire.value(read);
      p = Wire.pos(read);
      if (tag == (1 << 3 | Wire.BYTES)) {
        long length = Wire.length(buf, p, end);
        p = Wire.pos(length) + Wire.value(length);
        readResource(buf, Wire.pos(length), p, handler);
      } else {
        p = Wire.skip(buf, p, end, tag, 0);
      }
    }
  }

  private void readResource(byte[] b, int p, int end, H handler) {
    head.read(b, p, end);
    handler.resource(head.buf(), head.off(), head.len(), head.urlOff(), head.urlLen());
    while (p < end) {
      long read = Wire.tag(b, p, end);
      int tag = Wire.value(read);
      p = Wire.pos(read);
      if (tag == CHILDREN) {
        long length = Wire.length(b, p, end);
        p = Wire.pos(length) + Wire.value(length);
        readScope(b, Wire.pos(length), p, handler);
      } else {
        p = Wire.skip(b, p, end, tag, 0);
      }
    }
  }

  private void readScope(byte[] b, int p, int end, H handler) {
    head.read(b, p, end);
    handler.scope(head.buf(), head.off(), head.len(), head.urlOff(), head.urlLen());
    while (p < end) {
      long read = Wire.tag(b, p, end);
      int tag = Wire.value(read);
      p = Wire.pos(read);
      if (tag == CHILDREN) {
        long length = Wire.length(b, p, end);
        p = Wire.pos(length) + Wire.value(length);
        readItem(b, Wire.pos(length), p, handler);
      } else {
        p = Wire.skip(b, p, end, tag, 0);
      }
    }
  }

  final OtlpLimits limits() {
    return limits;
  }

  /** Counts what became of an item; true where it goes to the handler. */
  final boolean keep(RejectReason reason) {
    if (reason != null) {
      counters.reject(reason);
      return false;
    }
    counters.item();
    return true;
  }

  /** The item message at [p, end). */
  abstract void readItem(byte[] b, int p, int end, H handler);
}
