package io.opencop.telemetry.parquet;

import io.opencop.telemetry.columns.Bits;

/** Parquet's mixture of run lengths and bit packing, for dictionary indexes and for levels. */
final class Hybrid {
  /** A run shorter than this is cheaper packed. */
  private static final int RUN = 16;

  private Hybrid() {}

  /** Encodes {@code from} to {@code to - 1} in the given width. */
  static void encode(int[] values, int from, int to, int width, Out out) {
    int literals = from; // packed when the next run or the end is known
    int i = from;
    while (i < to) {
      int value = values[i];
      int end = i + 1;
      while (end < to && values[end] == value) {
        end++;
      }
      if (end - i >= RUN) {
        int start = i + (-(i - literals) & 7); // packed groups are of 8: lend them the run's head
        if (end - start >= 8) {
          packed(values, literals, start, width, out);
          run(value, end - start, width, out);
          literals = end;
        }
      }
      i = end;
    }
    packed(values, literals, to, width, out);
  }

  private static void packed(int[] values, int from, int to, int width, Out out) {
    if (to > from) {
      out.varint((((to - from + 7) / 8) << 1) | 1);
      BitPacking.pack(values, from, to, width, out);
    }
  }

  private static void run(int value, int length, int width, Out out) {
    out.varint((long) length << 1);
    for (int bits = 0; bits < width; bits += 8) {
      out.u8(value >>> bits);
    }
  }

  /**
   * The definition levels of rows {@code from} to {@code to - 1}, with their length before them, as
   * a data page v1 has them. The bits of presence are already what bit packing in width 1 gives.
   */
  static void levels(long[] present, boolean all, int from, int to, Out out) {
    int length = out.at;
    out.i32(0);
    if (all) {
      run(1, to - from, 1, out);
    } else {
      int at = from;
      while (at < to) {
        long word = Bits.word(present, at);
        if (to - at >= 64 && (word == 0 || word == -1L)) {
          int end = at + 64;
          while (to - end >= 64 && Bits.word(present, end) == word) {
            end += 64;
          }
          run((int) word & 1, end - at, 1, out);
          at = end;
        } else {
          at = packedLevels(present, at, to, out);
        }
      }
    }
    Out.INT.set(out.buf, length, out.at - length - 4);
  }

  /** Packs words up to the next one that starts a run; returns where it stopped. */
  private static int packedLevels(long[] present, int from, int to, Out out) {
    int end = from;
    long word;
    do {
      end += 64;
      word = end < to ? Bits.word(present, end) : 0;
    } while (to - end >= 64 && word != 0 && word != -1L);
    if (to - end < 64) {
      end = to;
    }
    int groups = (end - from + 7) / 8;
    out.varint((groups << 1) | 1);
    out.room(groups + 8L);
    int at = out.at;
    for (int row = from; row < end; row += 64, at += 8) {
      long bits = Bits.word(present, row);
      Out.LONG.set(out.buf, at, end - row < 64 ? bits & ((1L << (end - row)) - 1) : bits);
    }
    out.at += groups;
    return end;
  }
}
