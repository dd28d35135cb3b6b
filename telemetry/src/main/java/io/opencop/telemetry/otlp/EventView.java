package io.opencop.telemetry.otlp;

/** One span Event. Owned by the caller and reused from event to event. */
public final class EventView extends ItemView {
  private long timeNanos;
  private long name;

  public EventView(OtlpLimits limits, ReadCounters counters) {
    super(limits, counters);
  }

  /** As sent; negative where the sender's clock is beyond the year 2262. */
  public long timeNanos() {
    return timeNanos;
  }

  public int nameOff() {
    return source().off(name);
  }

  public int nameLen() {
    return Source.len(name);
  }

  /** Reads the Event message at [off, off + len), as {@link SpanView#eventOff} names it. */
  public void read(byte[] b, int off, int len) {
    int p = off;
    int end = off + len;
    reset(b, p, end);
    timeNanos = 0;
    name = 0;
    while (p < end) {
      long read = Wire.tag(b, p, end);
      int tag = Wire.value(read);
      p = Wire.pos(read);
      if ((tag & 7) == Wire.BYTES) {
        long length = Wire.length(b, p, end);
        int at = Wire.pos(length);
        p = at + Wire.value(length);
        if (tag >>> 3 == 3) {
          attributes().add(b, off, at, p);
        } else if (tag >>> 3 == 2) {
          name = text(b, off, length);
        }
      } else if (tag == (1 << 3 | Wire.FIXED64)) {
        p = Wire.advance(p, 8, end);
        timeNanos = Wire.fixed64(b, p - 8);
      } else if (tag == 4 << 3) {
        long value = Wire.var32(b, p, end);
        droppedAttributes(Wire.value(value));
        p = Wire.pos(value);
      } else {
        p = Wire.skip(b, p, end, tag, 0);
      }
    }
  }
}
