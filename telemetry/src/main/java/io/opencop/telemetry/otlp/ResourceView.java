package io.opencop.telemetry.otlp;

/**
 * One Resource, decoded when its raw bytes are new to the caller. Entity references name keys that
 * are among the attributes anyway and are not read.
 */
public final class ResourceView extends ItemView {
  public ResourceView(OtlpLimits limits, ReadCounters counters) {
    super(limits, counters);
  }

  /** Reads the Resource message at [off, off + len), as {@link OtlpHandler#resource} got it. */
  public void read(byte[] b, int off, int len) {
    int p = off;
    int end = off + len;
    reset(b, p, end);
    while (p < end) {
      long read = Wire.tag(b, p, end);
      int tag = Wire.value(read);
      p = Wire.pos(read);
      if (tag == (1 << 3 | Wire.BYTES)) {
        long length = Wire.length(b, p, end);
        int at = Wire.pos(length);
        p = at + Wire.value(length);
        attributes().add(b, off, at, p);
      } else if (tag == 2 << 3) {
        long value = Wire.var32(b, p, end);
        droppedAttributes(Wire.value(value));
        p = Wire.pos(value);
      } else {
        p = Wire.skip(b, p, end, tag, 0);
      }
    }
  }
}
