package io.opencop.telemetry.parquet;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.opencop.telemetry.columns.Dictionary;
import io.opencop.telemetry.columns.Rows;
import io.opencop.telemetry.columns.StringColumn;
import java.io.IOException;
import java.util.Arrays;

/** Writes a dictionary column: its codes are renumbered to those the row group uses. */
final class StringEncoder {
  /** A larger dictionary is one that no reader would like to hold. */
  private static final int MAX_DICTIONARY = 64 << 20;

  /** Bounds of longer texts help nobody to skip a row group. */
  private static final int MAX_BOUND = 128;

  private static final int PAGE_BYTES = 1 << 20;

  private StringEncoder() {}

  static int encode(
      Scratch s, StringColumn column, Rows rows, Chunk chunk, ColumnOptions options, int level)
      throws IOException {
    int[] codes = s.codes;
    int n = column.gather(rows, codes, s.present);
    Dictionary dictionary = column.dictionary();
    int[] used = s.indexes; // different codes in order of first sight
    int[] remap = s.remap(dictionary.size());
    int size = 0;
    for (int i = 0; i < n; i++) {
      int code = codes[i];
      if (remap[code] == 0) {
        used[size++] = code;
        remap[code] = size;
      }
    }
    chunk.bounds = bounds(dictionary, used, size);
    long dictionaryBytes = 4L * size;
    for (int i = 0; i < size; i++) {
      dictionaryBytes += dictionary.length(used[i]);
    }
    if (dictionaryPays(dictionary, codes, n, size, dictionaryBytes, options)) {
      int[] distinct = Arrays.copyOf(used, size);
      s.dictionary.reset();
      s.dictionary.room(dictionaryBytes);
      for (int code : distinct) {
        put(dictionary, code, s.dictionary);
      }
      for (int i = 0; i < n; i++) {
        s.indexes[i] = remap[codes[i]] - 1;
      }
      for (int code : distinct) {
        remap[code] = 0;
      }
      int width = Indexes.plan(s, s.indexes, n, size, level).width();
      Indexes.write(s, rows.size(), n, s.indexes, size, width);
    } else {
      for (int i = 0; i < size; i++) {
        remap[used[i]] = 0;
      }
      plain(s, rows.size(), n, codes, dictionary);
    }
    return n;
  }

  static void bloom(Bloom bloom, Dictionary dictionary, int[] codes, int n) {
    bloom.reset(n);
    for (int i = 0; i < n; i++) {
      bloom.add(
          dictionary.block(codes[i]), dictionary.offset(codes[i]), dictionary.length(codes[i]));
    }
  }

  private static boolean dictionaryPays(
      Dictionary dictionary, int[] codes, int n, int size, long bytes, ColumnOptions options) {
    if (size == 0) {
      return false; // some readers stumble over an empty dictionary
    }
    if (bytes > MAX_DICTIONARY || options.encoding() == ColumnOptions.Encoding.PLAIN) {
      return false;
    }
    if (size <= n / 2 || options.encoding() == ColumnOptions.Encoding.DICTIONARY) {
      return true;
    }
    long plain = 0;
    for (int i = 0; i < n; i++) {
      plain += 4 + dictionary.length(codes[i]);
    }
    return bytes + (long) n * BitPacking.width(size) / 8 < plain * 0.9;
  }

  private static void put(Dictionary dictionary, int code, Out out) {
    int length = dictionary.length(code);
    out.i32(length);
    out.bytes(dictionary.block(code), dictionary.offset(code), length);
  }

  private static void plain(Scratch s, int rows, int n, int[] codes, Dictionary dictionary)
      throws IOException {
    Varied.pages(
        s,
        rows,
        n,
        PAGE_BYTES,
        i -> dictionary.length(codes[i]),
        i -> put(dictionary, codes[i], s.page));
  }

  private static Bounds bounds(Dictionary dictionary, int[] used, int size) {
    if (size == 0) {
      return Bounds.NONE;
    }
    int min = used[0];
    int max = used[0];
    for (int i = 1; i < size; i++) {
      int code = used[i];
      if (dictionary.compare(code, min) < 0) {
        min = code;
      } else if (dictionary.compare(code, max) > 0) {
        max = code;
      }
    }
    if (dictionary.length(min) > MAX_BOUND || dictionary.length(max) > MAX_BOUND) {
      return Bounds.NONE;
    }
    String first = dictionary.text(min);
    String last = dictionary.text(max);
    return new Bounds(first, last, first.getBytes(UTF_8), last.getBytes(UTF_8));
  }
}
