package io.opencop.telemetry.columns;

/**
 * A column whose value hangs on an entry of the row rather than on the row: {@code service.name}
 * hangs on the resource. The values stand once per entry, in a column whose "row" is the entry's
 * number; row 0 of it must stay null.
 */
public final class IndirectColumn implements Column {
  private final RowIds ids;
  private final Column entries;

  /**
   * Joins rows to entries.
   *
   * @param ids which entry each row has
   * @param entries the value of each entry; not itself indirect. Gives its name to this column
   */
  public IndirectColumn(RowIds ids, Column entries) {
    if (entries instanceof IndirectColumn) {
      throw new IllegalArgumentException(entries.name() + " is indirect already");
    }
    this.ids = ids;
    this.entries = entries;
  }

  @Override
  public String name() {
    return entries.name();
  }

  /** Which entry each row has. */
  public RowIds ids() {
    return ids;
  }

  /** The value of each entry. */
  public Column entries() {
    return entries;
  }

  @Override
  public boolean allNull(Rows rows) {
    return ids.allNull(rows) || entries.allNull(ids.resolve(rows, new int[rows.size()]));
  }
}
