package io.opencop.telemetry.columns;

import java.util.Arrays;

/**
 * Ids of 8 or 16 bytes, as W3C trace context has them: span ids and trace ids. An id of zeros is no
 * id, and reads as null.
 */
public final class FixedColumn implements Column {
  private final String name;
  private final boolean wide;
  private long[] hi = {};
  private long[] lo = {};
  private int end;

  /**
   * An empty column.
   *
   * @param name the column's name
   * @param bytes 8 or 16
   */
  public FixedColumn(String name, int bytes) {
    if (bytes != 8 && bytes != 16) {
      throw new IllegalArgumentException(name + ": ids of " + bytes + " bytes");
    }
    this.name = name;
    this.wide = bytes == 16;
  }

  @Override
  public String name() {
    return name;
  }

  /** Bytes of an id: 8 or 16. */
  public int bytes() {
    return wide ? 16 : 8;
  }

  /**
   * Writes an 8-byte id.
   *
   * @param row row number; rows in between are null
   * @param id the id, its first byte the highest; 0 for null
   */
  public void set(int row, long id) {
    if (wide) {
      throw new IllegalStateException(name + " has ids of 16 bytes");
    }
    if (grow(row, id != 0)) {
      lo[row] = id;
    }
  }

  /**
   * Writes a 16-byte id.
   *
   * @param row row number; rows in between are null
   * @param high the first 8 bytes, the first the highest
   * @param low the last 8 bytes; both 0 for null
   */
  public void set(int row, long high, long low) {
    if (!wide) {
      throw new IllegalStateException(name + " has ids of 8 bytes");
    }
    if (grow(row, (high | low) != 0)) {
      hi[row] = high;
      lo[row] = low;
    }
  }

  private boolean grow(int row, boolean some) {
    if (row >= lo.length) {
      if (!some) {
        return false;
      }
      int length = Growth.length(lo.length, row + 1);
      lo = Arrays.copyOf(lo, length);
      if (wide) {
        hi = Arrays.copyOf(hi, length);
      }
    }
    if (some && row >= end) {
      end = row + 1;
    }
    return true;
  }

  /**
   * The first 8 of 16 bytes, 0 in a column of 8.
   *
   * @param row row number
   */
  public long high(int row) {
    return wide && row < end ? hi[row] : 0;
  }

  /**
   * The last 8 bytes.
   *
   * @param row row number
   */
  public long low(int row) {
    return row < end ? lo[row] : 0;
  }

  @Override
  public boolean allNull(Rows rows) {
    for (int i = 0; i < (end == 0 ? 0 : rows.size()); i++) {
      int row =
          switch (rows) {
            case Rows.Range(int from, int _) -> from + i;
            case Rows.Order(int[] rowAt, int from, int _) -> rowAt[from + i];
          };
      if ((high(row) | low(row)) != 0) {
        return false;
      }
    }
    return true;
  }

  /**
   * Takes the ids of the rows, leaving out nulls.
   *
   * @param rows which rows
   * @param high receives the first 8 of 16 bytes; unused for ids of 8
   * @param low receives the last 8 bytes
   * @param present receives a bit per row: has it an id?
   * @return how many ids
   */
  public int gather(Rows rows, long[] high, long[] low, long[] present) {
    int n = rows.size();
    switch (rows) {
      case Rows.Range(int from, int to) -> {
        int some = Math.max(0, Math.min(to, end) - from);
        copy(lo, from, low, some, n);
        if (wide) {
          copy(hi, from, high, some, n);
        }
      }
      case Rows.Order(int[] rowAt, int from, int _) -> {
        pick(lo, end, rowAt, from, low, n);
        if (wide) {
          pick(hi, end, rowAt, from, high, n);
        }
      }
    }
    return wide ? compact(high, low, n, present) : compact(low, n, present);
  }

  private static void copy(long[] from, int at, long[] to, int some, int n) {
    if (some > 0) {
      System.arraycopy(from, at, to, 0, some);
    }
    Arrays.fill(to, some, n, 0);
  }

  private static void pick(long[] values, int end, int[] rowAt, int from, long[] out, int n) {
    for (int i = 0; i < n; i++) {
      int row = rowAt[from + i];
      out[i] = row < end ? values[row] : 0;
    }
  }

  private static int compact(long[] low, int n, long[] present) {
    int at = 0;
    for (int i = 0, w = 0; i < n; w++) {
      long word = 0;
      int stop = Math.min(n, i + 64);
      for (int bit = 0; i < stop; i++, bit++) {
        long l = low[i];
        low[at] = l;
        int has = l == 0 ? 0 : 1;
        at += has;
        word |= (long) has << bit;
      }
      present[w] = word;
    }
    return at;
  }

  private static int compact(long[] high, long[] low, int n, long[] present) {
    int at = 0;
    for (int i = 0, w = 0; i < n; w++) {
      long word = 0;
      int stop = Math.min(n, i + 64);
      for (int bit = 0; i < stop; i++, bit++) {
        long h = high[i];
        long l = low[i];
        high[at] = h;
        low[at] = l;
        int has = (h | l) == 0 ? 0 : 1;
        at += has;
        word |= (long) has << bit;
      }
      present[w] = word;
    }
    return at;
  }
}
