package io.opencop.telemetry.otlp;

import java.util.Arrays;

/**
 * The attributes of one item, in the order sent, as offsets into {@link #buf}; nothing is copied.
 * Keys and string values are valid UTF-8 and within the limits. Valid until the view that owns them
 * reads the next item.
 */
public final class Attributes {
  private final Source source;
  private final Value value;
  private final int limit;
  private final int keyBytes;
  private final int valueBytes;
  private int size;
  private int dropped;
  private long[] keys = new long[32];
  private long[] values = new long[32];
  private byte[] kinds = new byte[32];

  Attributes(Source source) {
    this.source = source;
    this.value = new Value(source);
    limit = source.limits().attributes();
    keyBytes = source.limits().keyBytes();
    valueBytes = source.limits().valueBytes();
  }

  /** What the offsets are offsets into. */
  public byte[] buf() {
    return source.buf();
  }

  public int size() {
    return size;
  }

  public int keyOff(int i) {
    return source.off(keys[i]);
  }

  public int keyLen(int i) {
    return Source.len(keys[i]);
  }

  /** One of {@link ValueKind}. */
  public byte kind(int i) {
    return kinds[i];
  }

  /** Of STRING, BYTES, ARRAY and KVLIST. */
  public int valueOff(int i) {
    return source.off(values[i]);
  }

  /** Bytes; of STRING, BYTES, ARRAY and KVLIST. */
  public int valueLen(int i) {
    return Source.len(values[i]);
  }

  /** Of INT; of BOOL as 0 or 1; of DOUBLE as {@link Double#doubleToRawLongBits}. */
  public long number(int i) {
    return values[i];
  }

  /** Of DOUBLE. */
  public double real(int i) {
    return Double.longBitsToDouble(values[i]);
  }

  /** How many this reader left out; the item's own dropped count includes them already. */
  public int dropped() {
    return dropped;
  }

  void clear() {
    size = 0;
    dropped = 0;
  }

  /** Reads the KeyValue message at [p, end). */
  void add(byte[] b, int origin, int p, int end) {
    if (size >= limit) {
      drop();
    } else if (!addUsual(b, origin, p, end)) {
      addAny(b, origin, p, end);
    }
  }

  /**
   * The form SDKs write, if it is that: a key under 128 bytes, then one text or integer that is
   * short and ASCII too, and nothing else. True where it was, and was added.
   */
  private boolean addUsual(byte[] b, int origin, int p, int end) {
    if (end - p < 6 || b[p] != Tags.KEY || b[p + 1] < 0) {
      return false;
    }
    int keyLength = b[p + 1];
    int at = p + 4 + keyLength;
    if (at + 2 > end
        || b[at - 2] != Tags.VALUE
        || b[at - 1] != end - at // a length of two bytes is negative in the first
        || keyLength > keyBytes
        || end - at > valueBytes) {
      return false;
    }
    long bits;
    byte kind;
    if (b[at] == Tags.STRING && b[at + 1] == end - at - 2) {
      // Tags and lengths are below 128 as well, so key and value are looked at in one go.
      if (!Utf8.ascii(b, p, end)) {
        return false;
      }
      kind = ValueKind.STRING;
      bits = Source.range(at + 2 - origin, end - at - 2);
    } else if (b[at] == Tags.INT && Utf8.ascii(b, p, at)) {
      kind = ValueKind.INT;
      bits = b[at + 1];
      int shift = 7;
      int q = at + 2;
      if (bits < 0) {
        bits &= 0x7f;
        while (q < end && shift < 63) {
          int x = b[q++];
          bits |= (long) (x & 0x7f) << shift;
          shift += 7;
          if (x >= 0) {
            break;
          }
        }
      }
      if (q != end || b[q - 1] < 0) {
        return false;
      }
    } else {
      return false;
    }
    put(Source.range(p + 2 - origin, keyLength), kind, bits);
    return true;
  }

  private void addAny(byte[] b, int origin, int p, int end) {
    int start = p;
    int key = p;
    int keyLength = 0;
    int valueAt = -1;
    int valueLength = 0;
    boolean again = false;
    while (p < end) {
      long read = Wire.tag(b, p, end);
      int tag = Wire.value(read);
      p = Wire.pos(read);
      if (tag == Tags.KEY) {
        long length = Wire.length(b, p, end);
        key = Wire.pos(length);
        keyLength = Wire.value(length);
        p = key + keyLength;
      } else if (tag == Tags.VALUE) {
        long length = Wire.length(b, p, end);
        again |= valueAt >= 0;
        valueAt = Wire.pos(length);
        valueLength = Wire.value(length);
        p = valueAt + valueLength;
      } else {
        p = Wire.skip(b, p, end, tag, 0);
      }
    }
    if (keyLength > keyBytes) {
      drop();
      return;
    }
    if (again) {
      long merged = source.merged(b, start, end, Tags.VALUE);
      int at = (int) (merged >>> 32);
      value.read(source.scratch(), 0, at, at + Source.len(merged), valueBytes);
    } else if (valueAt >= 0) {
      value.read(b, origin, valueAt, valueAt + valueLength, valueBytes);
    } else {
      value.clear();
    }
    byte kind = value.kind();
    if ((kind == ValueKind.ARRAY || kind == ValueKind.KVLIST)
        && Source.len(value.bits()) > valueBytes) {
      drop();
      return;
    }
    put(source.text(b, origin, key, keyLength), kind, value.bits());
  }

  private void put(long key, byte kind, long bits) {
    if (size == keys.length) {
      grow();
    }
    keys[size] = key;
    values[size] = bits;
    kinds[size++] = kind;
  }

  private void drop() {
    dropped++;
    source.counters().attributeDropped();
  }

  private void grow() {
    int capacity = Math.min(2 * keys.length, limit);
    keys = Arrays.copyOf(keys, capacity);
    values = Arrays.copyOf(values, capacity);
    kinds = Arrays.copyOf(kinds, capacity);
  }
}
