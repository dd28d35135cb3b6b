package io.opencop.telemetry.columns;

/**
 * Per row the number of an entry kept elsewhere, such as its resource or its scope. Entries count
 * from 1; 0 is none. Shared by all {@link IndirectColumn}s of those entries.
 */
public final class RowIds {
  private final CodeRows rows = new CodeRows();

  /**
   * Says which entry a row has.
   *
   * @param row row number
   * @param entry entry number from 1, or 0 for none
   */
  public void set(int row, int entry) {
    rows.set(row, entry);
  }

  /**
   * The row's entry, 0 for none.
   *
   * @param row row number
   */
  public int get(int row) {
    return rows.get(row);
  }

  boolean allNull(Rows wanted) {
    return rows.allNull(wanted);
  }

  /**
   * The entries of the rows.
   *
   * @param wanted which rows
   * @param out receives entry numbers, at least {@code wanted.size()} long
   * @return the same as rows of the entries' own columns
   */
  public Rows.Order resolve(Rows wanted, int[] out) {
    rows.gather(wanted, out);
    return new Rows.Order(out, 0, wanted.size());
  }
}
