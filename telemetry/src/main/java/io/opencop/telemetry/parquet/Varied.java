package io.opencop.telemetry.parquet;

import io.opencop.telemetry.columns.Bits;
import java.io.IOException;
import java.util.function.IntConsumer;
import java.util.function.IntUnaryOperator;

/** Plain pages of values of different length: cut by bytes, for a value may be huge. */
final class Varied {
  private Varied() {}

  /**
   * Writes pages.
   *
   * @param rows rows of the row group
   * @param n values of the row group
   * @param pageBytes a page ends when it has that many
   * @param length bytes of the i-th value
   * @param put writes the i-th value to the page
   */
  static void pages(
      Scratch s, int rows, int n, int pageBytes, IntUnaryOperator length, IntConsumer put)
      throws IOException {
    int value = 0;
    int row = 0;
    while (row < rows) {
      int end = row;
      int next = value;
      long bytes = 0;
      while (end < rows && end - row < Scratch.PAGE_ROWS && bytes < pageBytes) {
        if (rows == n || Bits.get(s.present, end)) {
          bytes += 4 + length.applyAsInt(next++);
        }
        end++;
      }
      s.page(
          rows,
          n,
          row,
          end,
          Format.PLAIN,
          (from, to) -> {
            for (int i = from; i < to; i++) {
              put.accept(i);
            }
          },
          value,
          next);
      value = next;
      row = end;
    }
  }
}
