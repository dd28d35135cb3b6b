package io.opencop.telemetry.index;

import java.util.Arrays;

/** A growing set of 64-bit hashes; open addressing, no boxes. */
public final class LongSet {
  private long[] table = new long[1 << 10];
  private boolean zero;
  private int used;

  /** True where the value is new. */
  public boolean add(long value) {
    if (value == 0) {
      boolean news = !zero;
      zero = true;
      return news;
    }
    // The values are hashes, but of a file sorted by something: mixed again, so that runs spread.
    int mask = table.length - 1;
    int at = (int) Hashes.mix(value) & mask;
    while (table[at] != 0) {
      if (table[at] == value) {
        return false;
      }
      at = (at + 1) & mask;
    }
    table[at] = value;
    if (++used * 2 > table.length) {
      grow();
    }
    return true;
  }

  public int size() {
    return used + (zero ? 1 : 0);
  }

  /** The values, in no order. */
  public long[] toArray() {
    long[] out = new long[size()];
    int n = 0;
    for (long value : table) {
      if (value != 0) {
        out[n++] = value;
      }
    }
    return out; // zero, where it is in, is the last
  }

  private void grow() {
    long[] old = table;
    table = new long[Math.multiplyExact(old.length, 2)];
    used = 0;
    Arrays.stream(old).filter(v -> v != 0).forEach(this::add);
  }
}
