package io.opencop.telemetry.rollup;

/** A map from long to non-negative int by open addressing: no boxing on the path of every span. */
final class LongIntMap {
  private long[] keys = new long[1 << 8];
  private int[] values = new int[1 << 8]; // value + 1; 0 is free
  private int size;

  /** The value, or -1. */
  int get(long key) {
    int mask = keys.length - 1;
    for (int at = slot(key, mask); values[at] != 0; at = (at + 1) & mask) {
      if (keys[at] == key) {
        return values[at] - 1;
      }
    }
    return -1;
  }

  void put(long key, int value) {
    if (size * 2 >= keys.length) {
      grow();
    }
    int mask = keys.length - 1;
    int at = slot(key, mask);
    while (values[at] != 0 && keys[at] != key) {
      at = (at + 1) & mask;
    }
    if (values[at] == 0) {
      size++;
    }
    keys[at] = key;
    values[at] = value + 1;
  }

  private void grow() {
    long[] oldKeys = keys;
    int[] oldValues = values;
    keys = new long[oldKeys.length * 2];
    values = new int[oldKeys.length * 2];
    size = 0;
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldValues[i] != 0) {
        put(oldKeys[i], oldValues[i] - 1);
      }
    }
  }

  private static int slot(long key, int mask) {
    long h = key * 0x9E3779B97F4A7C15L;
    return (int) (h ^ (h >>> 32)) & mask;
  }
}
