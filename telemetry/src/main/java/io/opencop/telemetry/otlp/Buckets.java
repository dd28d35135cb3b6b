package io.opencop.telemetry.otlp;

/** One side of an exponential histogram. */
public final class Buckets {
  private final Numbers counts;
  private int offset;

  Buckets(int limit) {
    counts = new Numbers(limit);
  }

  /** Index of the first bucket: it holds (base^offset, base^(offset + 1)]. */
  public int offset() {
    return offset;
  }

  public Numbers counts() {
    return counts;
  }

  void clear() {
    offset = 0;
    counts.clear();
  }

  /** Reads a Buckets message on top of what is there: two occurrences merge. */
  void read(byte[] b, int p, int end) {
    while (p < end) {
      long read = Wire.tag(b, p, end);
      int tag = Wire.value(read);
      int at = Wire.pos(read);
      p = Wire.skip(b, at, end, tag, 0);
      if (tag == 1 << 3) {
        int zigzag = Wire.value(Wire.var32(b, at, end));
        offset = (zigzag >>> 1) ^ -(zigzag & 1);
      } else if (tag == (2 << 3 | Wire.BYTES)) {
        counts.addVarints(b, Wire.pos(Wire.length(b, at, end)), p);
      } else if (tag == 2 << 3) {
        counts.add(Wire.var64(b, at, end));
      }
    }
  }
}
