package io.opencop.telemetry.parquet;

import io.opencop.telemetry.columns.Bits;
import java.io.IOException;
import java.util.Arrays;

/** What the encoders of one file share: the row group's values, buffers, and the way to a page. */
final class Scratch {
  /** Rows of a page: 2 MB of the widest values. */
  static final int PAGE_ROWS = 1 << 17;

  final Pages pages;
  final Out page = new Out();
  final Out dictionary = new Out();
  final Out trial = new Out();
  final DeltaBinary delta = new DeltaBinary();
  final NumberDictionary numbers = new NumberDictionary();
  final Bloom bloom = new Bloom();

  int[] codes = {};
  int[] resolved = {};
  int[] indexes = {};
  long[] high = {};
  long[] low = {};
  long[] present = {};
  int[] remap = {};

  Scratch(Pages pages) {
    this.pages = pages;
  }

  void fit(int rows) {
    if (codes.length < rows) {
      codes = new int[rows];
      resolved = new int[rows];
      indexes = new int[rows];
      high = new long[rows];
      low = new long[rows];
      present = new long[Bits.words(rows)];
    }
  }

  /** A zeroed place for every code of a dictionary; whoever uses it leaves it zeroed. */
  int[] remap(int codes) {
    if (remap.length <= codes) {
      remap = Arrays.copyOf(remap, Math.max(codes + 1, remap.length * 2));
    }
    return remap;
  }

  /** Writes the values from one position to another to {@link #page}. */
  @FunctionalInterface
  interface Body {
    void write(int from, int to);
  }

  /** Cuts the row group into pages of at most {@link #PAGE_ROWS}. */
  void pages(int rows, int values, int encoding, Body body) throws IOException {
    int value = 0;
    for (int row = 0; row < rows; row += PAGE_ROWS) {
      int end = Math.min(rows, row + PAGE_ROWS);
      int next = value + valuesIn(rows, values, row, end);
      page(rows, values, row, end, encoding, body, value, next);
      value = next;
    }
  }

  int valuesIn(int rows, int values, int from, int to) {
    return rows == values ? to - from : Bits.count(present, from, to);
  }

  void page(int rows, int values, int row, int end, int encoding, Body body, int value, int next)
      throws IOException {
    page.reset();
    Hybrid.levels(present, rows == values, row, end, page);
    body.write(value, next);
    pages.data(page, end - row, encoding);
  }
}
