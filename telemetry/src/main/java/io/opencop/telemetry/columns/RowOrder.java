package io.opencop.telemetry.columns;

import java.util.Arrays;

/**
 * Sorts row numbers by keys, most important first; rows with equal keys keep their order. Radix
 * sort from the least important digit: the cost does not depend on how well the rows are sorted
 * already, and digits on which all rows agree (most of a nanosecond time stamp's) cost nothing.
 */
public final class RowOrder {
  private static final int MAX_DIGIT = 11;

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
    // Keys that fit into one number together are sorted together: fewer passes over the rows.
    long[] packed = null;
    int bits = 0;
    for (int k = keys.length - 1; k >= 0; k--) {
      long[] values = values(rows, keys[k]);
      int width = width(values);
      if (packed != null && bits + width <= 64) {
        for (int i = 0; width > 0 && i < n; i++) {
          packed[i] |= values[i] << bits;
        }
        bits += width;
      } else {
        if (packed != null) {
          byNumber(packed, bits, buffers);
        }
        packed = values;
        bits = width;
      }
    }
    if (packed != null) {
      byNumber(packed, bits, buffers);
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

  private static int width(long[] values) {
    long all = 0;
    for (long value : values) {
      all |= value;
    }
    return 64 - Long.numberOfLeadingZeros(all);
  }

  private static void byNumber(long[] values, int bits, int[][] buffers) {
    int[] order = buffers[0];
    int n = order.length;
    boolean sorted = true;
    for (int i = 1; i < n && sorted; i++) {
      sorted = Long.compareUnsigned(values[order[i - 1]], values[order[i]]) <= 0;
    }
    if (sorted) {
      return;
    }
    int digits = (bits + MAX_DIGIT - 1) / MAX_DIGIT;
    int digit = (bits + digits - 1) / digits; // of equal size: small tables stay in the cache
    int buckets = 1 << digit;
    int[] starts = new int[digits * buckets];
    for (int i = 0; i < n; i++) {
      long value = values[i];
      for (int d = 0; d < digits; d++) {
        starts[d * buckets + (int) ((value >>> (d * digit)) & (buckets - 1))]++;
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
      int base = d * buckets;
      if (!countsToStarts(starts, base, buckets, n)) {
        continue;
      }
      for (int i = 0; i < n; i++) {
        long key = keys[i];
        int at = starts[base + (int) ((key >>> (d * digit)) & (buckets - 1))]++;
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
  private static boolean countsToStarts(int[] starts, int base, int buckets, int n) {
    int sum = 0;
    for (int b = base; b < base + buckets; b++) {
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
