package io.opencop.telemetry.columns;

/** Truth values, any of which may be null. */
public final class BoolColumn implements Column {
  /** What {@link #gather} gives for false. */
  public static final int FALSE = 1;

  /** What {@link #gather} gives for true. */
  public static final int TRUE = 2;

  private final String name;
  private final CodeRows rows = new CodeRows();

  /**
   * An empty column.
   *
   * @param name the column's name
   */
  public BoolColumn(String name) {
    this.name = name;
  }

  @Override
  public String name() {
    return name;
  }

  /**
   * Writes a value.
   *
   * @param row row number; rows in between are null
   * @param value the value
   */
  public void set(int row, boolean value) {
    rows.set(row, value ? TRUE : FALSE);
  }

  /**
   * Whether the row has a value.
   *
   * @param row row number
   */
  public boolean has(int row) {
    return rows.get(row) != 0;
  }

  /**
   * The row's value; a null is false.
   *
   * @param row row number
   */
  public boolean get(int row) {
    return rows.get(row) == TRUE;
  }

  @Override
  public boolean allNull(Rows wanted) {
    return rows.allNull(wanted);
  }

  /**
   * Takes the values of the rows, leaving out nulls.
   *
   * @param wanted which rows
   * @param out receives {@link #TRUE} or {@link #FALSE}, at least {@code wanted.size()} long
   * @param present receives a bit per row: has it a value?
   * @return how many values
   */
  public int gather(Rows wanted, int[] out, long[] present) {
    rows.gather(wanted, out);
    return CodeRows.compact(out, wanted.size(), present);
  }
}
