package io.opencop.telemetry.parquet;

import io.opencop.telemetry.columns.DoubleColumn;
import io.opencop.telemetry.columns.LongColumn;
import io.opencop.telemetry.columns.Rows;
import java.io.IOException;

/** Writes integers and doubles in the encoding that a sample shows to be smallest. */
final class NumberEncoder {
  private static final int WINDOW = 1024;
  private static final int WINDOWS = 4;

  private NumberEncoder() {}

  static int longs(
      Scratch s, LongColumn column, Rows rows, Chunk chunk, ColumnOptions options, int level)
      throws IOException {
    int n = column.gather(rows, s.low, s.present);
    boolean narrow = column.logical() == LongColumn.Logical.INT32;
    chunk.bounds = longBounds(s.low, n, narrow ? 4 : 8);
    encode(s, rows.size(), n, narrow ? Format.INT32 : Format.INT64, options, level);
    return n;
  }

  static int doubles(
      Scratch s, DoubleColumn column, Rows rows, Chunk chunk, ColumnOptions options, int level)
      throws IOException {
    int n = column.gather(rows, s.low, s.present);
    chunk.bounds = doubleBounds(s.low, n);
    encode(s, rows.size(), n, Format.DOUBLE, options, level);
    return n;
  }

  private static void encode(Scratch s, int rows, int n, int type, ColumnOptions options, int level)
      throws IOException {
    long[] values = s.low;
    int encoding =
        switch (options.encoding()) {
          case DICTIONARY -> n > 0 && numbered(s, n, n) ? Format.RLE_DICTIONARY : Format.PLAIN;
          case DELTA ->
              type == Format.INT64 ? Format.DELTA_BINARY_PACKED : choose(s, n, type, level);
          case BYTE_STREAM_SPLIT ->
              type == Format.DOUBLE ? Format.BYTE_STREAM_SPLIT : choose(s, n, type, level);
          case PLAIN -> Format.PLAIN;
          case AUTO -> choose(s, n, type, level);
        };
    int bytes = bytes(type);
    if (encoding == Format.RLE_DICTIONARY) {
      int size = s.numbers.size();
      s.dictionary.reset();
      put(s, s.dictionary, Format.PLAIN, bytes, s.numbers.low, 0, size);
      Indexes.write(
          s, rows, n, s.indexes, size, Indexes.plan(s, s.indexes, n, size, level).width());
    } else {
      s.pages(rows, n, encoding, (from, to) -> put(s, s.page, encoding, bytes, values, from, to));
    }
  }

  private static boolean numbered(Scratch s, int n, int limit) {
    return s.numbers.number(null, s.low, n, s.indexes, limit);
  }

  private static int bytes(int type) {
    return type == Format.INT32 ? 4 : 8;
  }

  private static int choose(Scratch s, int n, int type, int level) {
    if (level == 0 || n == 0) {
      return Format.PLAIN;
    }
    int bytes = bytes(type);
    int best = Format.PLAIN;
    double least = trial(s, n, bytes, Format.PLAIN);
    if (type != Format.INT32) {
      // Integers could be split into byte streams too, a tenth smaller for durations, but the
      // format allows that only since 2.11 and many readers, DuckDB 1.5 among them, refuse it.
      int other = type == Format.INT64 ? Format.DELTA_BINARY_PACKED : Format.BYTE_STREAM_SPLIT;
      double size = trial(s, n, bytes, other);
      if (size < least) {
        best = other;
        least = size;
      }
    }
    // A dictionary has to see all values, so only if a sample repeats itself.
    int sample = Math.min(n, WINDOW * WINDOWS);
    if (numbered(s, sample, sample * 3 / 4 + 1) && numbered(s, n, n / 2 + 1)) {
      int size = s.numbers.size();
      double all = (double) size * bytes + Indexes.plan(s, s.indexes, n, size, level).bytes();
      if (all < least) {
        best = Format.RLE_DICTIONARY;
      }
    }
    return best;
  }

  /** What all values are expected to come to in an encoding, compressed. */
  private static double trial(Scratch s, int n, int bytes, int encoding) {
    Out out = s.trial;
    out.reset();
    int windows = n <= WINDOW * WINDOWS ? 1 : WINDOWS;
    int window = windows == 1 ? n : WINDOW;
    for (int w = 0; w < windows; w++) {
      int from = windows == 1 ? 0 : (int) ((long) (n - window) * w / (windows - 1));
      put(s, out, encoding, bytes, s.low, from, from + window);
    }
    int size = Math.min(out.at, s.pages.compressedSize(out, 0, out.at));
    return (double) size * n / (windows * window);
  }

  private static void put(
      Scratch s, Out out, int encoding, int bytes, long[] values, int from, int to) {
    if (encoding == Format.DELTA_BINARY_PACKED) {
      s.delta.encode(values, from, to, out);
      return;
    }
    int n = to - from;
    out.room((long) n * bytes);
    byte[] buf = out.buf;
    int at = out.at;
    if (encoding == Format.BYTE_STREAM_SPLIT) {
      for (int b = 0; b < 8; b++) {
        for (int i = 0; i < n; i++) {
          buf[at + b * n + i] = (byte) (values[from + i] >>> (b * 8));
        }
      }
    } else if (bytes == 8) {
      for (int i = 0; i < n; i++) {
        Out.LONG.set(buf, at + i * 8, values[from + i]);
      }
    } else {
      for (int i = 0; i < n; i++) {
        Out.INT.set(buf, at + i * 4, (int) values[from + i]);
      }
    }
    out.at = at + n * bytes;
  }

  private static Bounds longBounds(long[] values, int n, int bytes) {
    if (n == 0) {
      return Bounds.NONE;
    }
    long min = Long.MAX_VALUE;
    long max = Long.MIN_VALUE;
    for (int i = 0; i < n; i++) {
      min = Math.min(min, values[i]);
      max = Math.max(max, values[i]);
    }
    return new Bounds(min, max, little(min, bytes), little(max, bytes));
  }

  /** None if there is a NaN: readers do not agree on where it sorts. */
  private static Bounds doubleBounds(long[] values, int n) {
    double min = Double.POSITIVE_INFINITY;
    double max = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < n; i++) {
      double value = Double.longBitsToDouble(values[i]);
      if (Double.isNaN(value)) {
        return Bounds.NONE;
      }
      min = Math.min(min, value);
      max = Math.max(max, value);
    }
    if (n == 0) {
      return Bounds.NONE;
    }
    // The specification's rule for zeros, which compare equal but differ in bits.
    min = min == 0 ? -0.0 : min;
    max = max == 0 ? 0.0 : max;
    return new Bounds(
        min,
        max,
        little(Double.doubleToRawLongBits(min), 8),
        little(Double.doubleToRawLongBits(max), 8));
  }

  private static byte[] little(long value, int bytes) {
    byte[] out = new byte[bytes];
    for (int i = 0; i < bytes; i++) {
      out[i] = (byte) (value >>> (i * 8));
    }
    return out;
  }
}
