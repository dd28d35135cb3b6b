package io.opencop.telemetry.columns;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Long or mostly different texts (log bodies, JSON) and byte strings, kept as they come, without a
 * dictionary.
 */
public final class BytesColumn implements Column {
  /** What the bytes are. */
  public enum Kind {
    /** UTF-8 text; malformed text is repaired when written. */
    TEXT,
    /** Any bytes. */
    BINARY
  }

  private static final long NONE = 0;

  private final String name;
  private final Kind kind;
  private final Arena arena = new Arena();
  private long[] addresses = {}; // + 1, so that 0 is null
  private int[] lengths = {};
  private int end;
  private long repaired;

  /**
   * An empty column.
   *
   * @param name the column's name
   * @param kind what the bytes are
   */
  public BytesColumn(String name, Kind kind) {
    this.name = name;
    this.kind = kind;
  }

  @Override
  public String name() {
    return name;
  }

  /** What the bytes are. */
  public Kind kind() {
    return kind;
  }

  /** Bytes written so far. */
  public long bytes() {
    return arena.total();
  }

  /** How many texts had to be repaired because they were not well-formed UTF-8. */
  public long repaired() {
    return repaired;
  }

  /**
   * Writes a value. Writing a row twice keeps the last value and wastes the room of the first.
   *
   * @param row row number; rows in between are null
   * @param buf holds the bytes
   * @param off where they begin
   * @param len how many; 0 is an empty value, not null
   */
  public void set(int row, byte[] buf, int off, int len) {
    if (kind == Kind.TEXT && !Utf8.valid(buf, off, len)) {
      repaired++;
      byte[] good = Utf8.repair(buf, off, len);
      put(row, good, 0, good.length);
    } else {
      put(row, buf, off, len);
    }
  }

  /**
   * Writes a text.
   *
   * @param row row number; rows in between are null
   * @param text the text
   */
  public void set(int row, String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    put(row, utf8, 0, utf8.length);
  }

  private void put(int row, byte[] buf, int off, int len) {
    if (row >= addresses.length) {
      int length = Growth.length(addresses.length, row + 1);
      addresses = Arrays.copyOf(addresses, length);
      lengths = Arrays.copyOf(lengths, length);
    }
    addresses[row] = arena.add(buf, off, len) + 1;
    lengths[row] = len;
    end = Math.max(end, row + 1);
  }

  /**
   * Whether the row has a value.
   *
   * @param row row number
   */
  public boolean has(int row) {
    return row < end && addresses[row] != NONE;
  }

  /**
   * Bytes of the row's value.
   *
   * @param row a row that has one
   */
  public int length(int row) {
    return lengths[row];
  }

  /**
   * The array that holds the row's value, from {@link #offset} on. Not to be written to.
   *
   * @param row a row that has a value
   */
  public byte[] block(int row) {
    return arena.block(addresses[row] - 1);
  }

  /**
   * Where the row's value begins in its {@link #block}.
   *
   * @param row a row that has a value
   */
  public int offset(int row) {
    return (int) (addresses[row] - 1);
  }

  /**
   * A copy of the row's value, or null.
   *
   * @param row row number
   */
  public byte[] get(int row) {
    return has(row) ? Arrays.copyOfRange(block(row), offset(row), offset(row) + length(row)) : null;
  }

  @Override
  public boolean allNull(Rows rows) {
    return end == 0 || gather(rows, new int[rows.size()], new long[Bits.words(rows.size())]) == 0;
  }

  /**
   * Finds the rows that have a value.
   *
   * @param rows which rows
   * @param out receives the row numbers, without those that are null
   * @param present receives a bit per row: has it a value?
   * @return how many
   */
  public int gather(Rows rows, int[] out, long[] present) {
    int n = rows.size();
    int at = 0;
    for (int w = 0, i = 0; i < n; w++) {
      long word = 0;
      int stop = Math.min(n, i + 64);
      for (int bit = 0; i < stop; i++, bit++) {
        int row =
            switch (rows) {
              case Rows.Range(int from, int _) -> from + i;
              case Rows.Order(int[] rowAt, int from, int _) -> rowAt[from + i];
            };
        if (has(row)) {
          out[at++] = row;
          word |= 1L << bit;
        }
      }
      present[w] = word;
    }
    return at;
  }
}
