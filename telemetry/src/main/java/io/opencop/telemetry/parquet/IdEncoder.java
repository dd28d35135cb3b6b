package io.opencop.telemetry.parquet;

import io.opencop.telemetry.columns.FixedColumn;
import io.opencop.telemetry.columns.Rows;
import java.io.IOException;

/**
 * Writes ids. Their bytes are random and do not shrink; only repeated ids do. A trace id stands in
 * every span of the trace, and these are spread over the row group, so all of it is looked through;
 * an 8-byte id is worth that only if a sample shows repetition.
 */
final class IdEncoder {
  private static final int SAMPLE = 4096;

  private IdEncoder() {}

  static int encode(
      Scratch s,
      FixedColumn column,
      Rows rows,
      Chunk chunk,
      ColumnOptions options,
      int level,
      boolean bloom)
      throws IOException {
    int n = column.gather(rows, s.high, s.low, s.present);
    boolean wide = column.bytes() == 16;
    long[] high = wide ? s.high : null;
    boolean numbered =
        n > 0
            && switch (options.encoding()) {
              case PLAIN -> false;
              case DICTIONARY -> s.numbers.number(high, s.low, n, s.indexes, n);
              default ->
                  level > 0
                      && (wide || repeats(s, n))
                      && s.numbers.number(high, s.low, n, s.indexes, n / 10 * 9 + 1)
                      && pays(s.numbers.size(), n, column.bytes());
            };
    if (numbered) {
      NumberDictionary numbers = s.numbers;
      s.dictionary.reset();
      put(s.dictionary, wide ? numbers.high : null, numbers.low, 0, numbers.size());
      int width = Indexes.plan(s, s.indexes, n, numbers.size(), level).width();
      Indexes.write(s, rows.size(), n, s.indexes, numbers.size(), width);
      if (bloom) {
        bloom(s.bloom, s.dictionary, numbers.size(), column.bytes());
      }
    } else {
      s.pages(rows.size(), n, Format.PLAIN, (from, to) -> put(s.page, high, s.low, from, to));
      if (bloom) {
        s.page.reset();
        put(s.page, high, s.low, 0, n);
        bloom(s.bloom, s.page, n, column.bytes());
      }
    }
    return n;
  }

  private static boolean repeats(Scratch s, int n) {
    int sample = Math.min(n, SAMPLE);
    return s.numbers.number(null, s.low, sample, s.indexes, sample / 2);
  }

  private static boolean pays(int size, int n, int bytes) {
    return (double) size * bytes + (double) n * BitPacking.width(size) / 8 < 0.95 * n * bytes;
  }

  private static void put(Out out, long[] high, long[] low, int from, int to) {
    int count = to - from;
    out.room(count * (high == null ? 8L : 16L));
    byte[] buf = out.buf;
    int at = out.at;
    if (high == null) {
      for (int i = from; i < to; i++, at += 8) {
        Out.BIG_LONG.set(buf, at, low[i]);
      }
    } else {
      for (int i = from; i < to; i++, at += 16) {
        Out.BIG_LONG.set(buf, at, high[i]);
        Out.BIG_LONG.set(buf, at + 8, low[i]);
      }
    }
    out.at = at;
  }

  private static void bloom(Bloom bloom, Out ids, int n, int bytes) {
    bloom.reset(n);
    for (int i = 0; i < n; i++) {
      bloom.add(ids.buf, i * bytes, bytes);
    }
  }
}
