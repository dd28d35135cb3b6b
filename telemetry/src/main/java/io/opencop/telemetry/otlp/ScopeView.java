package io.opencop.telemetry.otlp;

/** One InstrumentationScope, decoded when its raw bytes are new to the caller. */
public final class ScopeView extends ItemView {
  private long name;
  private long version;

  public ScopeView(OtlpLimits limits, ReadCounters counters) {
    super(limits, counters);
  }

  public int nameOff() {
    return source().off(name);
  }

  public int nameLen() {
    return Source.len(name);
  }

  public int versionOff() {
    return source().off(version);
  }

  public int versionLen() {
    return Source.len(version);
  }

  /** Reads the InstrumentationScope at [off, off + len), as {@link OtlpHandler#scope} got it. */
  public void read(byte[] b, int off, int len) {
    int p = off;
    int end = off + len;
    reset(b, p, end);
    name = 0;
    version = 0;
    while (p < end) {
      long read = Wire.tag(b, p, end);
      int tag = Wire.value(read);
      p = Wire.pos(read);
      if ((tag & 7) == Wire.BYTES) {
        long length = Wire.length(b, p, end);
        int at = Wire.pos(length);
        p = at + Wire.value(length);
        switch (tag >>> 3) {
          case 1 -> name = text(b, off, length);
          case 2 -> version = text(b, off, length);
          case 3 -> attributes().add(b, off, at, p);
          default -> {}
        }
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
