package io.opencop.telemetry.columns;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Columns of equal length under one name. The table is a view: the columns may grow behind it, and
 * whoever made the table sees to it that rows below {@code rows} are not written any more.
 *
 * @param name what the rows are, e.g. {@code spans}; becomes the root of the Parquet schema
 * @param columns at least one, with different names
 * @param rows number of rows
 */
public record Table(String name, List<Column> columns, int rows) {

  /** Copies the list and checks that the names differ. */
  public Table {
    columns = List.copyOf(columns);
    Set<String> seen = new HashSet<>();
    for (Column column : columns) {
      if (!seen.add(column.name())) {
        throw new IllegalArgumentException("two columns named " + column.name() + " in " + name);
      }
    }
    if (columns.isEmpty() || rows < 0) {
      throw new IllegalArgumentException(
          name + ": " + columns.size() + " columns, " + rows + " rows");
    }
  }

  /** All rows as they stand. */
  public Rows all() {
    return new Rows.Range(0, rows);
  }

  /**
   * The column of that name.
   *
   * @param column a column's name
   * @throws IllegalArgumentException if the table has no such column
   */
  public Column column(String column) {
    for (Column c : columns) {
      if (c.name().equals(column)) {
        return c;
      }
    }
    throw new IllegalArgumentException("no column " + column + " in " + name);
  }
}
