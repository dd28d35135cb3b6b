package io.opencop.telemetry.columns;

/**
 * Text by dictionary: per row the code of a value, 0 for null. Several columns may share one {@link
 * Dictionary}.
 */
public final class StringColumn implements Column {
  private final String name;
  private final Dictionary dictionary;
  private final CodeRows rows = new CodeRows();

  /**
   * An empty column with a dictionary of its own.
   *
   * @param name the column's name
   */
  public StringColumn(String name) {
    this(name, new Dictionary());
  }

  /**
   * An empty column.
   *
   * @param name the column's name
   * @param dictionary where its codes are explained
   */
  public StringColumn(String name, Dictionary dictionary) {
    this.name = name;
    this.dictionary = dictionary;
  }

  @Override
  public String name() {
    return name;
  }

  /** Where the codes are explained. */
  public Dictionary dictionary() {
    return dictionary;
  }

  /**
   * Writes a code of the dictionary.
   *
   * @param row row number; rows in between are null
   * @param code a code of {@link #dictionary()}, or 0 for null
   */
  public void set(int row, int code) {
    rows.set(row, code);
  }

  /**
   * Writes a text, adding it to the dictionary if it is new.
   *
   * @param row row number
   * @param buf holds the text in UTF-8
   * @param off where it begins
   * @param len bytes
   * @return its code
   */
  public int set(int row, byte[] buf, int off, int len) {
    int code = dictionary.code(buf, off, len);
    rows.set(row, code);
    return code;
  }

  /**
   * Writes a text, adding it to the dictionary if it is new.
   *
   * @param row row number
   * @param text the text, or null
   */
  public void set(int row, String text) {
    rows.set(row, text == null ? 0 : dictionary.code(text));
  }

  /**
   * The row's code, 0 for null.
   *
   * @param row row number
   */
  public int code(int row) {
    return rows.get(row);
  }

  /**
   * The row's text, or null.
   *
   * @param row row number
   */
  public String get(int row) {
    int code = rows.get(row);
    return code == 0 ? null : dictionary.text(code);
  }

  @Override
  public boolean allNull(Rows wanted) {
    return rows.allNull(wanted);
  }

  /**
   * Takes the codes of the rows, leaving out nulls.
   *
   * @param wanted which rows
   * @param out receives codes, at least {@code wanted.size()} long
   * @param present receives a bit per row: has it a value?
   * @return how many codes
   */
  public int gather(Rows wanted, int[] out, long[] present) {
    rows.gather(wanted, out);
    return CodeRows.compact(out, wanted.size(), present);
  }

  /**
   * Takes the codes of the rows, nulls as 0.
   *
   * @param wanted which rows
   * @param out receives codes, at least {@code wanted.size()} long
   */
  public void codes(Rows wanted, int[] out) {
    rows.gather(wanted, out);
  }
}
