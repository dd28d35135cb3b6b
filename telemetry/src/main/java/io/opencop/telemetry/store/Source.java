package io.opencop.telemetry.store;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Some files of one table as something to select from. Columns without a value are left out of
 * files, so which there are depends on the files.
 */
final class Source {
  private final List<DataFile> files;
  private final Set<String> columns = new HashSet<>();

  Source(List<DataFile> files) {
    this.files = files;
    files.forEach(f -> columns.addAll(f.columns()));
  }

  boolean isEmpty() {
    return files.isEmpty();
  }

  List<DataFile> files() {
    return files;
  }

  Set<String> columns() {
    return columns;
  }

  boolean has(String column) {
    return columns.contains(column);
  }

  /** The column, or a null of its type where no file has it. */
  String column(String name, String type) {
    return has(name) ? Sql.name(name) : "NULL::" + type;
  }

  String sql() {
    return files.stream()
        .map(f -> Sql.quote(f.path().toString()))
        .collect(Collectors.joining(", ", "read_parquet([", "], union_by_name = true)"));
  }

  long rows() {
    return files.stream().mapToLong(DataFile::rows).sum();
  }

  /** Bytes of the files, scaled to the share of their columns that a query reads. */
  long bytes(int columnsRead) {
    long all = files.stream().mapToLong(DataFile::bytes).sum();
    return columns.isEmpty() ? 0 : all * Math.min(columnsRead, columns.size()) / columns.size();
  }

  /** A moment as the engine compares it with a time column. */
  static String time(long nanos) {
    return "make_timestamp_ns(" + nanos + ")";
  }

  /** {@code column >= from AND column < to}. */
  static String between(String column, long fromNanos, long toNanos) {
    String c = Sql.name(column);
    return c + " >= " + time(fromNanos) + " AND " + c + " < " + time(toNanos);
  }

  /** Those of the files whose times touch the range. */
  Source within(long fromNanos, long toNanos) {
    List<DataFile> some = new ArrayList<>();
    for (DataFile f : files) {
      if (f.overlaps(fromNanos, toNanos)) {
        some.add(f);
      }
    }
    return new Source(some);
  }
}
