package io.opencop.telemetry.parquet;

/** Packs numbers of a fixed width one behind the other, lowest bit first. */
final class BitPacking {
  private BitPacking() {}

  /** Bits needed for a number, at least 1. */
  static int width(int max) {
    return Math.max(1, 32 - Integer.numberOfLeadingZeros(max));
  }

  /** Packs {@code from} to {@code to - 1}; the last group of 8 is filled up with zeros. */
  static void pack(int[] values, int from, int to, int width, Out out) {
    int n = to - from;
    int bytes = (n + 7) / 8 * width;
    out.room(bytes);
    byte[] buf = out.buf;
    int at = out.at;
    int end = at + bytes;
    switch (width) {
      case 8 -> {
        for (int i = 0; i < n; i++) {
          buf[at + i] = (byte) values[from + i];
        }
        zeros(buf, at + n, end);
      }
      case 16 -> {
        for (int i = 0; i < n; i++) {
          Out.SHORT.set(buf, at + 2 * i, (short) values[from + i]);
        }
        zeros(buf, at + 2 * n, end);
      }
      default -> {
        long word = 0;
        int fill = 0;
        for (int i = from; i < to; i++) {
          long value = values[i];
          word |= value << fill;
          fill += width;
          if (fill >= 64) {
            Out.LONG.set(buf, at, word);
            at += 8;
            fill -= 64;
            word = value >>> (width - fill); // a shift by the width leaves 0: values are below 2^32
          }
        }
        while (at < end) {
          buf[at++] = (byte) word;
          word >>>= 8;
        }
      }
    }
    out.at = end;
  }

  /** Packs {@code from} to {@code to - 1} less {@code base}; their number is a multiple of 8. */
  static void pack(long[] values, int from, int to, long base, int width, Out out) {
    int bytes = (to - from) / 8 * width;
    out.room(bytes);
    byte[] buf = out.buf;
    int at = out.at;
    int end = at + bytes;
    long word = 0;
    int fill = 0;
    for (int i = from; i < to; i++) {
      long value = values[i] - base;
      word |= value << fill;
      fill += width;
      if (fill >= 64) {
        Out.LONG.set(buf, at, word);
        at += 8;
        fill -= 64;
        word = fill == 0 ? 0 : value >>> (width - fill);
      }
    }
    while (at < end) {
      buf[at++] = (byte) word;
      word >>>= 8;
    }
    out.at = end;
  }

  private static void zeros(byte[] buf, int from, int to) {
    for (int i = from; i < to; i++) {
      buf[i] = 0;
    }
  }
}
