package io.opencop.telemetry.columns;

import java.util.Arrays;

/**
 * Sorts row numbers by keys, most important first; rows with equal keys keep their order. Radix
 * sort from the least important digit: the cost does not depend on how well the rows are sorted
 * already, and digits on which all rows agree (most of a nanosecond time stamp's) cost nothing.
 */
public final class RowOrder {
  private static final int DIGIT = 11;
  private static final int BUCKETS = 1 << DIGIT;

  private RowOrder() {}

  /** What to sort by. */
  public sealed interface Key {
    /**
     * Small non-negative numbers by row: dictionary codes, entry numbers, series ids.
     *
     * @param column codes; null (0) comes first
     * @param rank the place of every code, e.g. {@link Dictionary#ranks()}, or null to sort by the
     *     codes themselves
     */
    @SuppressWarnings("ArrayRecordComponent") // a view, never compared
    record Code(CodeSource column, int[] rank) implements Key {}

    /**
     * A number column, such as a time, ascending; null comes first.
     *
     * @param column the column
     */
    record Longs(LongColumn column) implements Key {}

    /**
     * By a text column's byte order.
     *
     * @param column the column
     */
    static Key text(StringColumn column) {
      return new Code(column::codes, column.dictionary().ranks());
    }

    /**
     * By the byte order of a text that hangs on an entry, such as the service on the resource.
     *
     * @param column a column whose entries are a {@link StringColumn}
     */
    static Key text(IndirectColumn column) {
      if (!(column.entries() instanceof StringColumn entries)) {
        throw new IllegalArgumentException(column.name() + " is not text");
      }
      return new Code(
          (rows, out) -> {
            int[] ids = new int[rows.size()];
            entries.codes(column.ids().resolve(rows, ids), out);
          },
          entries.dictionary().ranks());
    }

    /**
     * By the number of the row's entry.
     *
     * @param ids entries by row
     */
    static Key entry(RowIds ids) {
      return new Code(ids::resolve, null);
    }

    /**
     * By a text column's codes: equal texts come together, in no particular order, and no ranks
     * need be worked out.
     *
     * @param column the column
     */
    static Key grouped(StringColumn column) {
      return new Code(column::codes, null);
    }
  }

  /** Where a {@link Key.Code} gets its codes. */
  @FunctionalInterface
  public interface CodeSource {
    /**
     * Gives the codes of the rows.
     *
     * @param rows which rows
     * @param out receives a code per row
     */
    void codes(Rows rows, int[] out);
  }

  /**
   * Sorts rows.
   *
   * @param rows the rows to sort; ties keep this order
   * @param keys most important first
   * @return the same rows in their new order
   */
  public static Rows.Order sort(Rows rows, Key... keys) {
    int n = rows.size();
    int[][] buffers = {new int[n], new int[n]}; // positions in rows as sorted so far; spare
    Arrays.setAll(buffers[0], i -> i);
    for (int k = keys.length - 1; k >= 0; k--) {
      byNumber(values(rows, keys[k]), buffers);
    }
    int[] order = buffers[0];
    if (rows instanceof Rows.Range(int from, int _)) {
      for (int i = 0; from != 0 && i < n; i++) {
        order[i] += from;
      }
    } else if (rows instanceof Rows.Order(int[] rowAt, int from, int _)) {
      for (int i = 0; i < n; i++) {
        order[i] = rowAt[from + order[i]];
      }
    }
    return new Rows.Order(order, 0, n);
  }

  /** The key of every position, as a number to be compared unsigned. */
  private static long[] values(Rows rows, Key key) {
    int n = rows.size();
    long[] values = new long[n];
    switch (key) {
      case Key.Code(CodeSource source, int[] rank) -> {
        int[] codes = new int[n];
        source.codes(rows, codes);
        for (int i = 0; i < n; i++) {
          values[i] = rank == null ? codes[i] : rank[codes[i]];
        }
      }
      case Key.Longs(LongColumn column) -> {
        long[] present = new long[Bits.words(n)];
        int count = column.gather(rows, values, present);
        int at = count;
        long min = Long.MAX_VALUE;
        for (int i = 0; i < count; i++) {
          min = Math.min(min, values[i]);
        }
        boolean nulls = count < n;
        for (int i = n - 1;
            i >= 0;
            i--) { // spread from behind: values lie at or before their place
          if (!nulls || Bits.get(present, i)) {
            long offset = values[--at] - min; // unsigned, so that any two longs compare rightly
            values[i] = nulls ? offset + (offset == -1 ? 0 : 1) : offset;
          } else {
            values[i] = 0;
          }
        }
      }
    }
    return values;
  }

  private static void byNumber(long[] values, int[][] buffers) {
    int[] order = buffers[0];
    int n = order.length;
    long all = 0;
    boolean sorted = true;
    for (int i = 0; i < n; i++) {
      all |= values[i];
      sorted &= i == 0 || Long.compareUnsigned(values[order[i - 1]], values[order[i]]) <= 0;
    }
    if (sorted) {
      return;
    }
    int digits = (64 - Long.numberOfLeadingZeros(all) + DIGIT - 1) / DIGIT;
    int[] starts = new int[digits * BUCKETS];
    for (int i = 0; i < n; i++) {
      long value = values[i];
      for (int d = 0; d < digits; d++) {
        starts[d * BUCKETS + (int) ((value >>> (d * DIGIT)) & (BUCKETS - 1))]++;
      }
    }
    // The keys travel with the row numbers: fetching them anew for every digit misses the cache.
    long[] keys = new long[n];
    for (int i = 0; i < n; i++) {
      keys[i] = values[order[i]];
    }
    long[] spareKeys = values;
    int[] from = order;
    int[] to = buffers[1];
    for (int d = 0; d < digits; d++) {
      int base = d * BUCKETS;
      if (!countsToStarts(starts, base, n)) {
        continue;
      }
      for (int i = 0; i < n; i++) {
        long key = keys[i];
        int at = starts[base + (int) ((key >>> (d * DIGIT)) & (BUCKETS - 1))]++;
        spareKeys[at] = key;
        to[at] = from[i];
      }
      long[] k = keys;
      keys = spareKeys;
      spareKeys = k;
      int[] t = from;
      from = to;
      to = t;
    }
    buffers[0] = from;
    buffers[1] = to;
  }

  /** Turns counts into first positions; false if one bucket holds everything. */
  private static boolean countsToStarts(int[] starts, int base, int n) {
    int sum = 0;
    for (int b = base; b < base + BUCKETS; b++) {
      int count = starts[b];
      if (count == n) {
        return false;
      }
      starts[b] = sum;
      sum += count;
    }
    return true;
  }
}
