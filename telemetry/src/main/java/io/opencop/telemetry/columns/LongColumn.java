package io.opencop.telemetry.columns;

import java.util.Arrays;

/** 64-bit integers, any of which may be null. */
public final class LongColumn implements Column {
  /** What the integers mean, and so how a file stores them. */
  public enum Logical {
    /** A number. */
    INT64,
    /** A number that fits in 32 bits. */
    INT32,
    /** Nanoseconds since 1970-01-01T00:00 UTC. */
    TIMESTAMP_NANOS
  }

  private final String name;
  private final Logical logical;
  private final Presence presence = new Presence();
  private long[] values = {};

  /**
   * An empty column.
   *
   * @param name the column's name
   * @param logical what the integers mean
   */
  public LongColumn(String name, Logical logical) {
    this.name = name;
    this.logical = logical;
  }

  @Override
  public String name() {
    return name;
  }

  /** What the integers mean. */
  public Logical logical() {
    return logical;
  }

  /**
   * Writes a value.
   *
   * @param row row number; rows in between become null
   * @param value the value
   * @throws IllegalArgumentException if an {@link Logical#INT32} column gets more than 32 bits
   */
  public void set(int row, long value) {
    if (logical == Logical.INT32 && value != (int) value) {
      throw new IllegalArgumentException(name + ": " + value + " does not fit in 32 bits");
    }
    if (row >= values.length) {
      values = Arrays.copyOf(values, Growth.length(values.length, row + 1));
    }
    values[row] = value;
    presence.set(row);
  }

  /**
   * Whether the row has a value.
   *
   * @param row row number
   */
  public boolean has(int row) {
    return presence.get(row);
  }

  /**
   * The row's value, or 0 if it is null.
   *
   * @param row row number
   */
  public long get(int row) {
    return presence.get(row) ? values[row] : 0;
  }

  @Override
  public boolean allNull(Rows rows) {
    return presence.allNull(rows);
  }

  /**
   * Takes the values of the rows, leaving out nulls.
   *
   * @param rows which rows
   * @param out receives the values, at least {@code rows.size()} long
   * @param present receives a bit per row: has it a value?
   * @return how many values
   */
  public int gather(Rows rows, long[] out, long[] present) {
    return gather(values, presence, rows, out, present);
  }

  static int gather(long[] values, Presence presence, Rows rows, long[] out, long[] present) {
    int n = rows.size();
    int count = presence.gather(rows, present);
    if (count == 0) {
      return 0;
    }
    switch (rows) {
      case Rows.Range(int from, int to) -> {
        if (count == n) {
          System.arraycopy(values, from, out, 0, n);
        } else {
          int at = 0;
          for (int w = 0; w < Bits.words(n); w++) {
            for (long word = present[w]; word != 0; word &= word - 1) {
              out[at++] = values[from + (w << 6) + Long.numberOfTrailingZeros(word)];
            }
          }
        }
      }
      case Rows.Order(int[] rowAt, int from, int to) -> {
        if (count == n) {
          for (int i = 0; i < n; i++) {
            out[i] = values[rowAt[from + i]];
          }
        } else {
          int at = 0;
          for (int w = 0; w < Bits.words(n); w++) {
            for (long word = present[w]; word != 0; word &= word - 1) {
              out[at++] = values[rowAt[from + (w << 6) + Long.numberOfTrailingZeros(word)]];
            }
          }
        }
      }
    }
    return count;
  }
}
