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
  private int size;
  private int dropped;
  private long[] keys = new long[32];
  private long[] values = new long[32];
  private byte[] kinds = new byte[32];

  Attributes(Source source) {
    this.source = source;
    this.value = new Value(source);
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
    if (size >= source.limits().attributes()) {
      drop();
      return;
    }
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
    if (keyLength > source.limits().keyBytes()) {
      drop();
      return;
    }
    int max = source.limits().valueBytes();
    if (again) {
      long merged = source.merged(b, start, end, Tags.VALUE);
      int at = (int) (merged >>> 32);
      value.read(source.scratch(), 0, at, at + Source.len(merged), max);
    } else if (valueAt >= 0) {
      value.read(b, origin, valueAt, valueAt + valueLength, max);
    } else {
      value.clear();
    }
    byte kind = value.kind();
    if ((kind == ValueKind.ARRAY || kind == ValueKind.KVLIST) && Source.len(value.bits()) > max) {
      drop();
      return;
    }
    if (size == keys.length) {
      grow();
    }
    keys[size] = source.text(b, origin, key, keyLength);
    values[size] = value.bits();
    kinds[size++] = kind;
  }

  private void drop() {
    dropped++;
    source.counters().attributeDropped();
  }

  private void grow() {
    int capacity = Math.min(2 * keys.length, source.limits().attributes());
    keys = Arrays.copyOf(keys, capacity);
    values = Arrays.copyOf(values, capacity);
    kinds = Arrays.copyOf(kinds, capacity);
  }
}
