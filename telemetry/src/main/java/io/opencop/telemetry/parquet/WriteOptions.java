package io.opencop.telemetry.parquet;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How a file is written.
 *
 * @param level zstd level from 1 to 19; 0 for no compression, and then encodings are chosen for
 *     speed instead of size
 * @param rowGroupRows most rows in a row group
 * @param sortedBy the columns by which the rows are sorted, ascending, nulls first; only told to
 *     the reader, not checked
 * @param bloom columns that get a bloom filter: texts and ids
 * @param leaveOutAllNull whether columns without any value are left out of the file (the first
 *     stays if all are)
 * @param utcTimes whether times are marked as UTC instants (isAdjustedToUTC). Off, because DuckDB
 *     then gives them a type with which hardly any function works; see RATIONALE.md
 * @param columns what differs by column
 * @param metadata key-value metadata of the footer
 */
public record WriteOptions(
    int level,
    int rowGroupRows,
    List<String> sortedBy,
    Set<String> bloom,
    boolean leaveOutAllNull,
    boolean utcTimes,
    Map<String, ColumnOptions> columns,
    Map<String, String> metadata) {

  /** Copies the collections and checks the numbers. */
  public WriteOptions {
    if (level < 0 || level > 19 || rowGroupRows < 1) {
      throw new IllegalArgumentException("level " + level + ", row group of " + rowGroupRows);
    }
    sortedBy = List.copyOf(sortedBy);
    bloom = Set.copyOf(bloom);
    columns = Map.copyOf(columns);
    metadata = Map.copyOf(metadata);
  }

  /** For files that live for minutes: least CPU, no compression. */
  public static WriteOptions hot() {
    return new WriteOptions(0, 122_880, List.of(), Set.of(), true, false, Map.of(), Map.of());
  }

  /** For files that are kept: small, and still cheap to write. */
  public static WriteOptions sealed() {
    return new WriteOptions(1, 122_880, List.of(), Set.of(), true, false, Map.of(), Map.of());
  }

  /**
   * The same with another zstd level.
   *
   * @param newLevel from 0 to 19
   */
  public WriteOptions withLevel(int newLevel) {
    return new WriteOptions(
        newLevel, rowGroupRows, sortedBy, bloom, leaveOutAllNull, utcTimes, columns, metadata);
  }

  /**
   * The same with other row groups.
   *
   * @param rows most rows in a row group
   */
  public WriteOptions withRowGroupRows(int rows) {
    return new WriteOptions(
        level, rows, sortedBy, bloom, leaveOutAllNull, utcTimes, columns, metadata);
  }

  /**
   * The same, saying how the rows are sorted.
   *
   * @param by column names, most important first
   */
  public WriteOptions withSortedBy(String... by) {
    return new WriteOptions(
        level, rowGroupRows, List.of(by), bloom, leaveOutAllNull, utcTimes, columns, metadata);
  }

  /**
   * The same with bloom filters.
   *
   * @param names columns that get one
   */
  public WriteOptions withBloom(String... names) {
    return new WriteOptions(
        level, rowGroupRows, sortedBy, Set.of(names), leaveOutAllNull, utcTimes, columns, metadata);
  }

  /**
   * The same, keeping or leaving out columns without any value.
   *
   * @param leaveOut whether to leave them out
   */
  public WriteOptions withLeaveOutAllNull(boolean leaveOut) {
    return new WriteOptions(
        level, rowGroupRows, sortedBy, bloom, leaveOut, utcTimes, columns, metadata);
  }

  /**
   * The same with times marked as UTC instants or not.
   *
   * @param utc whether they are marked
   */
  public WriteOptions withUtcTimes(boolean utc) {
    return new WriteOptions(
        level, rowGroupRows, sortedBy, bloom, leaveOutAllNull, utc, columns, metadata);
  }

  /**
   * The same with one column treated differently.
   *
   * @param name the column
   * @param options how it is written
   */
  public WriteOptions withColumn(String name, ColumnOptions options) {
    Map<String, ColumnOptions> next = new HashMap<>(columns);
    next.put(name, options);
    return new WriteOptions(
        level, rowGroupRows, sortedBy, bloom, leaveOutAllNull, utcTimes, next, metadata);
  }

  /**
   * The same with key-value metadata in the footer.
   *
   * @param entries replaces what was there
   */
  public WriteOptions withMetadata(Map<String, String> entries) {
    return new WriteOptions(
        level, rowGroupRows, sortedBy, bloom, leaveOutAllNull, utcTimes, columns, entries);
  }

  ColumnOptions of(String column) {
    return columns.getOrDefault(column, ColumnOptions.DEFAULT);
  }

  int levelOf(String column) {
    int own = of(column).level();
    return level == 0 || own == ColumnOptions.DEFAULT_LEVEL ? level : own;
  }
}
