package io.opencop.telemetry.parquet;

import io.opencop.telemetry.columns.BytesColumn;
import io.opencop.telemetry.columns.Rows;
import java.io.IOException;

/** Writes long texts and byte strings as they are; zstd does the rest. */
final class BytesEncoder {
  private static final int PAGE_BYTES = 1 << 20;

  private BytesEncoder() {}

  static int encode(Scratch s, BytesColumn column, Rows rows) throws IOException {
    int[] at = s.codes;
    int n = column.gather(rows, at, s.present);
    Varied.pages(
        s,
        rows.size(),
        n,
        PAGE_BYTES,
        i -> column.length(at[i]),
        i -> {
          int length = column.length(at[i]);
          s.page.i32(length);
          s.page.bytes(column.block(at[i]), column.offset(at[i]), length);
        });
    return n;
  }
}
