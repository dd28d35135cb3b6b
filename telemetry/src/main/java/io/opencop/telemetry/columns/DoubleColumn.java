package io.opencop.telemetry.columns;

import java.util.Arrays;

/** Doubles, any of which may be null. NaN, infinities and -0.0 are kept bit for bit. */
public final class DoubleColumn implements Column {
  private final String name;
  private final Presence presence = new Presence();
  private long[] values = {};

  /**
   * An empty column.
   *
   * @param name the column's name
   */
  public DoubleColumn(String name) {
    this.name = name;
  }

  @Override
  public String name() {
    return name;
  }

  /**
   * Writes a value.
   *
   * @param row row number; rows in between become null
   * @param value the value
   */
  public void set(int row, double value) {
    if (row >= values.length) {
      values = Arrays.copyOf(values, Growth.length(values.length, row + 1));
    }
    values[row] = Double.doubleToRawLongBits(value);
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
  public double get(int row) {
    return presence.get(row) ? Double.longBitsToDouble(values[row]) : 0;
  }

  @Override
  public boolean allNull(Rows rows) {
    return presence.allNull(rows);
  }

  /**
   * Takes the values of the rows, leaving out nulls.
   *
   * @param rows which rows
   * @param out receives the values as raw bits, at least {@code rows.size()} long
   * @param present receives a bit per row: has it a value?
   * @return how many values
   */
  public int gather(Rows rows, long[] out, long[] present) {
    return LongColumn.gather(values, presence, rows, out, present);
  }
}
