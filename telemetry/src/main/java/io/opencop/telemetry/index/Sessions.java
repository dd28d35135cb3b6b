package io.opencop.telemetry.index;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * The sessions of a file's spans: of each the hash of its id, and the first and last cell of 10 s
 * it was seen in. A file covers minutes, so the two nearly always tell whether a session was active
 * in a range: a range that begins or ends in the file is answered by them; only of one that lies
 * within the file, a session seen before and after it cannot be told.
 */
public final class Sessions {
  private final ByteBuffer body;
  private final int firstCell;
  private final int lastCell;
  private final int count;

  /**
   * @param body first cell, last cell, count; then of each session its hash, the cells from the
   *     file's first to its first, and from there to its last, as variable-length numbers
   */
  Sessions(ByteBuffer body) {
    ByteBuffer in = body.slice();
    firstCell = in.getInt();
    lastCell = in.getInt();
    count = in.getInt();
    this.body = in.slice();
  }

  /** How many sessions. */
  public int count() {
    return count;
  }

  /**
   * Adds the sessions active in a range.
   *
   * @param from first cell of the range
   * @param to last cell of the range, inclusive
   * @return false where only the rows can tell of some session
   */
  public boolean collect(long from, long to, LongSet into) {
    if (count == 0 || lastCell < from || firstCell > to) {
      return true;
    }
    boolean told = true;
    ByteBuffer in = body.duplicate();
    for (int i = 0; i < count; i++) {
      long hash = in.getLong();
      long first = firstCell + varint(in);
      long last = first + varint(in);
      if ((first >= from && first <= to) || (last >= from && last <= to)) {
        into.add(hash);
      } else if (first < from && last > to) {
        told = false;
      }
    }
    return told;
  }

  ByteBuffer encoded() {
    ByteBuffer out = ByteBuffer.allocate(12 + body.remaining());
    out.putInt(firstCell).putInt(lastCell).putInt(count).put(body.duplicate());
    return out.flip();
  }

  /** Puts sessions together, each once. */
  static final class Writer {
    private static final int MOST_BYTES = 8 + 5 + 5;

    private long[] hashes = new long[64];
    private int[] firsts = new int[64];
    private int[] lasts = new int[64];
    private int count;

    void add(long hash, int first, int last) {
      if (count == hashes.length) {
        hashes = Arrays.copyOf(hashes, count * 2);
        firsts = Arrays.copyOf(firsts, count * 2);
        lasts = Arrays.copyOf(lasts, count * 2);
      }
      hashes[count] = hash;
      firsts[count] = first;
      lasts[count++] = last;
    }

    /** Null where there are none. */
    Sessions done() {
      if (count == 0) {
        return null;
      }
      int from = Arrays.stream(firsts, 0, count).min().orElseThrow();
      int to = Arrays.stream(lasts, 0, count).max().orElseThrow();
      ByteBuffer out =
          ByteBuffer.allocate(Math.addExact(12, Math.multiplyExact(count, MOST_BYTES)));
      out.putInt(from).putInt(to).putInt(count);
      for (int i = 0; i < count; i++) {
        out.putLong(hashes[i]);
        varint(out, (long) firsts[i] - from);
        varint(out, (long) lasts[i] - firsts[i]);
      }
      byte[] bytes = Arrays.copyOf(out.array(), out.position());
      return new Sessions(ByteBuffer.wrap(bytes));
    }

    private static void varint(ByteBuffer out, long value) {
      long v = value;
      while (v > 0x7f) {
        out.put((byte) ((v & 0x7f) | 0x80));
        v >>>= 7;
      }
      out.put((byte) v);
    }
  }

  private static long varint(ByteBuffer in) {
    long value = 0;
    int shift = 0;
    byte b;
    do {
      b = in.get();
      value |= (long) (b & 0x7f) << shift;
      shift += 7;
    } while (b < 0);
    return value;
  }
}
