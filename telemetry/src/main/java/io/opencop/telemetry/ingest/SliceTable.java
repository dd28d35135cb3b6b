package io.opencop.telemetry.ingest;

import io.opencop.telemetry.columns.LongColumn;
import io.opencop.telemetry.columns.Rows;
import io.opencop.telemetry.columns.Table;

/** One kind of rows of a slice: what becomes hot files and segments. */
public interface SliceTable {
  /** Becomes part of file names; one of {@code spans, logs, series, points, histograms}. */
  String name();

  int rows();

  TimeSpan times();

  /** By which segments are cut and pruned; null where rows have no time of their own. */
  LongColumn timeColumn();

  /** All columns that may hold something; a view, rows below {@link #rows} do not change. */
  Table table();

  /** The order of a sealed segment. */
  Rows.Order order(Rows rows);

  /** No more rows will come. */
  void full();
}
