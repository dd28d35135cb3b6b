package io.opencop.sessions.manager.statistics;

/** Different numbers, 16 bytes each: a count of users must not cost a heap of objects. */
public final class LongSet {
  private long[] slots = new long[256];
  private int size;

  /** Whether it was not there. */
  public boolean add(long value) {
    long key = value == 0 ? 1 : value;
    if (size * 2 >= slots.length) {
      grow();
    }
    return put(key);
  }

  /** Adds a name by its 64-bit hash. */
  public boolean add(String name) {
    return add(Recent.hash(name));
  }

  private boolean put(long key) {
    int at = (int) (key ^ (key >>> 29)) & (slots.length - 1);
    while (slots[at] != 0) {
      if (slots[at] == key) {
        return false;
      }
      at = (at + 1) & (slots.length - 1);
    }
    slots[at] = key;
    size++;
    return true;
  }

  private void grow() {
    long[] before = slots;
    slots = new long[before.length * 2];
    size = 0;
    for (long key : before) {
      if (key != 0) {
        put(key);
      }
    }
  }

  public int size() {
    return size;
  }
}
