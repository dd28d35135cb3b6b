package io.opencop.telemetry.parquet;

import java.util.Arrays;
import java.util.concurrent.ThreadLocalRandom;

/** Numbers the different values of 8 or 16 bytes in a row group, from 0, by first sight. */
final class NumberDictionary {
  private static final long SALT = ThreadLocalRandom.current().nextLong() | 1;
  private static final long P = 0x9e3779b97f4a7c15L;

  private int[] slots = {}; // index + 1
  private int mask;
  long[] high = {};
  long[] low = {};
  private int size;

  int size() {
    return size;
  }

  /**
   * Numbers the first {@code n} values.
   *
   * @param high upper halves, or null if values have 8 bytes
   * @param low lower halves
   * @param indexes receives a number per value
   * @param limit gives up when there are more different values than that
   * @return whether all values were numbered
   */
  boolean number(long[] high, long[] low, int n, int[] indexes, int limit) {
    int capacity = Integer.highestOneBit(Math.max(8, Math.min(n, limit))) * 4;
    if (slots.length < capacity) {
      slots = new int[capacity];
    } else {
      Arrays.fill(slots, 0, capacity, 0);
    }
    mask = capacity - 1;
    int most = Math.min(n, limit);
    if (this.low.length < most) {
      this.low = new long[most];
    }
    if (high != null && this.high.length < most) {
      this.high = new long[most];
    }
    size = 0;
    return high == null ? narrow(low, n, indexes, most) : wide(high, low, n, indexes, most);
  }

  private boolean narrow(long[] low, int n, int[] indexes, int most) {
    int[] slots = this.slots;
    long[] known = this.low;
    for (int i = 0; i < n; i++) {
      long value = low[i];
      int at = spread(value) & mask;
      int index;
      while ((index = slots[at] - 1) >= 0 && known[index] != value) {
        at = (at + 1) & mask;
      }
      if (index < 0) {
        if (size == most) {
          return false;
        }
        index = size++;
        known[index] = value;
        slots[at] = size;
      }
      indexes[i] = index;
    }
    return true;
  }

  private boolean wide(long[] high, long[] low, int n, int[] indexes, int most) {
    int[] slots = this.slots;
    long[] knownHigh = this.high;
    long[] knownLow = this.low;
    for (int i = 0; i < n; i++) {
      long h = high[i];
      long l = low[i];
      int at = spread(l ^ (h * P)) & mask;
      int index;
      while ((index = slots[at] - 1) >= 0 && (knownLow[index] != l || knownHigh[index] != h)) {
        at = (at + 1) & mask;
      }
      if (index < 0) {
        if (size == most) {
          return false;
        }
        index = size++;
        knownHigh[index] = h;
        knownLow[index] = l;
        slots[at] = size;
      }
      indexes[i] = index;
    }
    return true;
  }

  private static int spread(long value) {
    long h = (value ^ SALT) * P;
    return (int) (h ^ (h >>> 32));
  }
}
