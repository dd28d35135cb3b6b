package io.opencop.telemetry.columns;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Texts numbered from 1 in the order of first sight. Code 0 is null. Malformed UTF-8 is repaired
 * when a text is first seen, see {@link #repaired()}.
 *
 * <p>Open addressing over 64-bit slots (upper half of the hash, code), so that a look-up usually
 * touches one slot and one text. The hash is salted per process: texts come from outside, and
 * nobody should be able to make them collide.
 */
public final class Dictionary {
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long S0 = ThreadLocalRandom.current().nextLong();
  private static final long S1 = ThreadLocalRandom.current().nextLong();
  private static final long S2 = ThreadLocalRandom.current().nextLong() | 1;

  private final Arena arena = new Arena();
  private long[] slots = new long[64];
  private long[] addresses = new long[32];
  private int[] lengths = new int[32];
  private int size;
  private long repaired;

  /** How many texts; the highest code. */
  public int size() {
    return size;
  }

  /** Bytes of all texts. */
  public long bytes() {
    return arena.total();
  }

  /** How often a text had to be repaired because it was not well-formed UTF-8. */
  public long repaired() {
    return repaired;
  }

  /**
   * The code of a text, which is added if it is new.
   *
   * @param buf holds the text in UTF-8
   * @param off where it begins
   * @param len bytes
   * @return its code, from 1
   */
  public int code(byte[] buf, int off, int len) {
    long hash = hash(buf, off, len);
    int found = find(hash, buf, off, len);
    if (found > 0) {
      return found;
    }
    if (!Utf8.valid(buf, off, len)) {
      repaired++;
      byte[] good = Utf8.repair(buf, off, len);
      return code(good, 0, good.length);
    }
    return add(hash, buf, off, len);
  }

  /**
   * The code of a text, which is added if it is new.
   *
   * @param text the text
   */
  public int code(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    return code(utf8, 0, utf8.length);
  }

  /**
   * The code of a text, or 0 if it is not here.
   *
   * @param buf holds the text in UTF-8
   * @param off where it begins
   * @param len bytes
   */
  public int find(byte[] buf, int off, int len) {
    return Math.max(0, find(hash(buf, off, len), buf, off, len));
  }

  private int find(long hash, byte[] buf, int off, int len) {
    long[] slots = this.slots;
    int mask = slots.length - 1;
    for (int at = (int) hash & mask; ; at = (at + 1) & mask) {
      long slot = slots[at];
      if (slot == 0) {
        return -1;
      }
      int code = (int) slot;
      if (((slot ^ hash) >>> 32) == 0 && lengths[code] == len && same(code, buf, off, len)) {
        return code;
      }
    }
  }

  private boolean same(int code, byte[] buf, int off, int len) {
    long address = addresses[code];
    int from = (int) address;
    return Arrays.equals(arena.block(address), from, from + len, buf, off, off + len);
  }

  private int add(long hash, byte[] buf, int off, int len) {
    if (size * 2L + 2 > slots.length) {
      rehash();
    }
    int code = ++size;
    if (code == addresses.length) {
      int length = Growth.length(code, code + 1);
      addresses = Arrays.copyOf(addresses, length);
      lengths = Arrays.copyOf(lengths, length);
    }
    addresses[code] = arena.add(buf, off, len);
    lengths[code] = len;
    insert(slots, ((hash >>> 32) << 32) | code, (int) hash);
    return code;
  }

  private void rehash() {
    long[] next = new long[slots.length * 2];
    for (int code = 1; code <= size; code++) {
      long hash = hash(block(code), offset(code), lengths[code]);
      insert(next, ((hash >>> 32) << 32) | code, (int) hash);
    }
    slots = next;
  }

  private static void insert(long[] slots, long slot, int hash) {
    int mask = slots.length - 1;
    int at = hash & mask;
    while (slots[at] != 0) {
      at = (at + 1) & mask;
    }
    slots[at] = slot;
  }

  /**
   * Bytes of a text.
   *
   * @param code its code, from 1
   */
  public int length(int code) {
    return lengths[code];
  }

  /**
   * The array that holds a text, from {@link #offset} on. Not to be written to.
   *
   * @param code its code, from 1
   */
  public byte[] block(int code) {
    return arena.block(addresses[code]);
  }

  /**
   * Where a text begins in its {@link #block}.
   *
   * @param code its code, from 1
   */
  public int offset(int code) {
    return (int) addresses[code];
  }

  /**
   * A text as a String, newly made.
   *
   * @param code its code, from 1
   */
  public String text(int code) {
    return new String(block(code), offset(code), lengths[code], StandardCharsets.UTF_8);
  }

  /**
   * Compares two texts by their bytes, which is also the order of their code points.
   *
   * @param a a code, from 1
   * @param b a code, from 1
   */
  public int compare(int a, int b) {
    int aOff = offset(a);
    int bOff = offset(b);
    return Arrays.compareUnsigned(
        block(a), aOff, aOff + lengths[a], block(b), bOff, bOff + lengths[b]);
  }

  /** For every code its place in byte order, from 1; place 0 for null. For sorting by text. */
  public int[] ranks() {
    Integer[] codes = new Integer[size];
    Arrays.setAll(codes, i -> i + 1);
    Arrays.sort(codes, this::compare);
    int[] ranks = new int[size + 1];
    for (int i = 0; i < size; i++) {
      ranks[codes[i]] = i + 1;
    }
    return ranks;
  }

  private static long hash(byte[] buf, int off, int len) {
    long h = S2 * (len + 1);
    int i = off;
    int end = off + len;
    if (len >= 8) {
      for (; i + 16 <= end; i += 16) {
        h = mix((long) LONG.get(buf, i) ^ S0, (long) LONG.get(buf, i + 8) ^ h);
      }
      if (i + 8 <= end) {
        h = mix((long) LONG.get(buf, i) ^ S0, h);
      }
      return mix((long) LONG.get(buf, end - 8) ^ S1, h ^ S0);
    }
    long tail = 0;
    if (len >= 4) {
      long first = (int) INT.get(buf, off) & 0xffffffffL;
      long last = (int) INT.get(buf, end - 4);
      tail = first | (last << 32);
    } else if (len > 0) {
      long middle = buf[off + (len >> 1)] & 0xffL;
      tail = (buf[off] & 0xffL) | (middle << 8) | ((buf[end - 1] & 0xffL) << 16);
    }
    return mix(tail ^ S1, h ^ S0);
  }

  private static long mix(long a, long b) {
    return (a * b) ^ Math.unsignedMultiplyHigh(a, b);
  }
}
