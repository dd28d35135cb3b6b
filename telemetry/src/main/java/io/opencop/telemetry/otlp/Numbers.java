package io.opencop.telemetry.otlp;

import java.util.Arrays;

/** A reused list of 64-bit numbers: bucket counts, or doubles as their bits. */
public final class Numbers {
  private final int limit;
  private int size;
  private boolean over;
  private long[] bits = new long[16];

  Numbers(int limit) {
    this.limit = limit;
  }

  public int size() {
    return size;
  }

  /** Unsigned, where these are counts. */
  public long get(int i) {
    return bits[i];
  }

  public double real(int i) {
    return Double.longBitsToDouble(bits[i]);
  }

  /** True where there were more than the limit; the rest was not kept. */
  boolean over() {
    return over;
  }

  void clear() {
    size = 0;
    over = false;
  }

  void add(long value) {
    if (size == limit) {
      over = true;
      return;
    }
    if (size == bits.length) {
      bits = Arrays.copyOf(bits, Math.min(limit, 2 * size));
    }
    bits[size++] = value;
  }

  /** Packed fixed 64-bit numbers at [p, end). */
  void addFixed(byte[] b, int p, int end) {
    while (p < end) {
      int at = p;
      p = Wire.advance(p, 8, end);
      add(Wire.fixed64(b, at));
    }
  }

  /** Packed varints at [p, end). */
  void addVarints(byte[] b, int p, int end) {
    while (p < end) {
      add(Wire.var64(b, p, end));
      p = Wire.skipVarint(b, p, end);
    }
  }
}
