package io.opencop.telemetry.columns;

/**
 * One column of a {@link Table}. Rows that were never written are null, and so are all rows behind
 * the last one written: a column need not know how long its table is.
 *
 * <p>Every leaf column has a {@code gather}: it takes the values of the chosen rows into a caller's
 * arrays in one tight loop, without the nulls, and tells which rows had a value in a bit set. That
 * is the form in which Parquet stores a column.
 */
public sealed interface Column
    permits StringColumn,
        IndirectColumn,
        LongColumn,
        DoubleColumn,
        BoolColumn,
        FixedColumn,
        BytesColumn {

  /** The column's name in files and SQL. */
  String name();

  /**
   * Whether no row among {@code rows} has a value.
   *
   * @param rows the rows to look at
   */
  boolean allNull(Rows rows);
}
