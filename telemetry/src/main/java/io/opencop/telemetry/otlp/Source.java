package io.opencop.telemetry.otlp;

import java.util.Arrays;

/**
 * Where a view's bytes lie. Normally in the request's own buffer, untouched. Only when something in
 * the item must be put together (a singular message that occurs twice) or mended (a text that is
 * not UTF-8) is the item copied into a scratch array of the view, with the new bytes behind it.
 *
 * <p>Offsets inside views are relative to the start of the item, so that such a copy in the middle
 * of reading moves nothing: only {@link #buf} and {@link #base} change.
 */
final class Source {
  /** Scratch larger than this is given back after the item that needed it. */
  private static final int KEPT = 1 << 20;

  private final OtlpLimits limits;
  private final ReadCounters counters;
  private byte[] scratch = new byte[0];
  private int used;
  private byte[] buf = scratch;
  private int base;
  private int itemLength;
  private boolean own;

  Source(OtlpLimits limits, ReadCounters counters) {
    this.limits = limits;
    this.counters = counters;
  }

  void reset(byte[] b, int off, int len) {
    if (scratch.length > KEPT) {
      scratch = new byte[0];
    }
    buf = b;
    own = false;
    base = off;
    itemLength = len;
  }

  OtlpLimits limits() {
    return limits;
  }

  ReadCounters counters() {
    return counters;
  }

  byte[] buf() {
    return buf;
  }

  int base() {
    return base;
  }

  /** Absolute offset of a packed range in {@link #buf}. */
  int off(long range) {
    return base + (int) (range >>> 32);
  }

  static int len(long range) {
    return (int) range;
  }

  static long range(int relative, int len) {
    return (long) relative << 32 | len;
  }

  /**
   * The range of a text, cut and mended where need be.
   *
   * @param b the array being read: the request's, or this source's scratch
   * @param origin what to subtract from positions in b to make them relative
   */
  long text(byte[] b, int origin, int off, int len) {
    return text(b, origin, off, len, limits.valueBytes());
  }

  long text(byte[] b, int origin, int off, int len, int max) {
    int kept = len;
    if (len > max) {
      kept = Utf8.cut(b, off, max);
      counters.textCut();
    }
    if (Utf8.valid(b, off, kept)) {
      return range(off - origin, kept);
    }
    counters.textRepaired();
    byte[] good = Utf8.repaired(b, off, kept);
    int length = good.length > max ? Utf8.cut(good, 0, max) : good.length;
    return append(good, 0, length);
  }

  /** A text like {@link #text}, but always in the scratch array. */
  long copied(byte[] b, int off, int len) {
    long mended = counters.textsRepaired();
    long range = text(b, 0, off, len);
    return counters.textsRepaired() > mended ? range : append(b, off, len(range));
  }

  /** One message made of all occurrences of a field, in order: how protobuf merges messages. */
  long merged(byte[] b, int p, int end, int wanted) {
    int at = begin();
    while (p < end) {
      long read = Wire.tag(b, p, end);
      int tag = Wire.value(read);
      if (tag == wanted) {
        long length = Wire.length(b, Wire.pos(read), end);
        p = Wire.pos(length) + Wire.value(length);
        append(b, Wire.pos(length), Wire.value(length));
      } else {
        p = Wire.skip(b, Wire.pos(read), end, tag, 0);
      }
    }
    return range(at, used - at);
  }

  /** The scratch array, after {@link #merged}; ranges are offsets in it. */
  byte[] scratch() {
    return scratch;
  }

  private int begin() {
    if (!own) {
      own = true;
      room(0, itemLength);
      System.arraycopy(buf, base, scratch, 0, itemLength);
      used = itemLength;
      buf = scratch;
      base = 0;
    }
    return used;
  }

  private long append(byte[] b, int off, int len) {
    int at = begin();
    room(at, len);
    System.arraycopy(b, off, scratch, at, len);
    used = at + len;
    buf = scratch;
    return range(at, len);
  }

  private void room(int kept, int more) {
    if (scratch.length - kept < more) {
      scratch = Arrays.copyOf(scratch, Math.max(kept + more, 2 * scratch.length));
    }
  }
}
