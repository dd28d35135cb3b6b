package io.opencop.telemetry.parquet;

import io.opencop.telemetry.columns.BoolColumn;
import io.opencop.telemetry.columns.Rows;
import java.io.IOException;

/** Writes truth values, one bit each. */
final class BoolEncoder {
  private BoolEncoder() {}

  static int encode(Scratch s, BoolColumn column, Rows rows, Chunk chunk) throws IOException {
    int[] codes = s.codes;
    int n = column.gather(rows, codes, s.present);
    int min = BoolColumn.TRUE;
    int max = BoolColumn.FALSE;
    for (int i = 0; i < n; i++) {
      min = Math.min(min, codes[i]);
      max = Math.max(max, codes[i]);
      codes[i] -= BoolColumn.FALSE;
    }
    if (n > 0) {
      chunk.bounds = new Bounds(min == BoolColumn.TRUE, max == BoolColumn.TRUE, bit(min), bit(max));
    }
    s.pages(
        rows.size(), n, Format.PLAIN, (from, to) -> BitPacking.pack(codes, from, to, 1, s.page));
    return n;
  }

  private static byte[] bit(int code) {
    return new byte[] {(byte) (code - BoolColumn.FALSE)};
  }
}
