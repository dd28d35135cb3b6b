package io.opencop.telemetry.columns;

import java.util.Arrays;

/**
 * Which rows of a growing column have a value. Most number columns have no gap, and then there is
 * no bit set at all: only a count.
 */
final class Presence {
  private int end; // rows from here on are null
  private long[] bits; // null while every row below end has a value

  void set(int row) {
    if (bits == null) {
      if (row == end) {
        end++;
        return;
      }
      if (row < end) {
        return;
      }
      bits = new long[Bits.words(row + 1) + 16];
      Bits.fill(bits, end);
    } else if (row >>> 6 >= bits.length) {
      bits = Arrays.copyOf(bits, Math.max(bits.length * 2, Bits.words(row + 1)));
    }
    Bits.set(bits, row);
    end = Math.max(end, row + 1);
  }

  boolean get(int row) {
    return row < end && (bits == null || Bits.get(bits, row));
  }

  /** Fills {@code out} with a bit for every row and returns how many have a value. */
  int gather(Rows rows, long[] out) {
    int n = rows.size();
    int end = this.end;
    if (bits == null && covers(rows, end)) {
      Bits.fill(out, n);
      return n;
    }
    return switch (rows) {
      case Rows.Range(int from, int to) -> range(from, to, out);
      case Rows.Order(int[] rowAt, int from, int to) -> {
        int count = 0;
        for (int i = from, w = 0; i < to; w++) {
          long word = 0;
          int stop = Math.min(to, i + 64);
          for (int bit = 0; i < stop; i++, bit++) {
            if (get(rowAt[i])) {
              word |= 1L << bit;
            }
          }
          out[w] = word;
          count += Long.bitCount(word);
        }
        yield count;
      }
    };
  }

  private int range(int from, int to, long[] out) {
    int count = 0;
    for (int w = 0, at = from; at < to; w++, at += 64) {
      long word = bits == null ? ones(end - at) : Bits.word(bits, at) & ones(end - at);
      word &= ones(to - at);
      out[w] = word;
      count += Long.bitCount(word);
    }
    return count;
  }

  boolean allNull(Rows rows) {
    return end == 0
        || switch (rows) {
          case Rows.Range(int from, int to) -> {
            for (int at = from; at < Math.min(to, end); at++) {
              if (get(at)) {
                yield false;
              }
            }
            yield true;
          }
          case Rows.Order(int[] rowAt, int from, int to) -> {
            for (int i = from; i < to; i++) {
              if (get(rowAt[i])) {
                yield false;
              }
            }
            yield true;
          }
        };
  }

  private static boolean covers(Rows rows, int end) {
    return switch (rows) {
      case Rows.Range(int _, int to) -> to <= end;
      case Rows.Order(int[] rowAt, int from, int to) -> {
        int max = -1;
        for (int i = from; i < to; i++) {
          max = Math.max(max, rowAt[i]);
        }
        yield max < end;
      }
    };
  }

  private static long ones(int count) {
    return count >= 64 ? -1L : count <= 0 ? 0 : (1L << count) - 1;
  }
}
