package io.opencop.telemetry.parquet;

import java.util.List;

/**
 * What was written.
 *
 * @param rows rows in the file
 * @param bytes size of the file
 * @param rowGroups number of row groups
 * @param columns the columns in the file, in their order; all-null ones may have been left out
 */
public record FileSummary(long rows, long bytes, int rowGroups, List<ColumnSummary> columns) {
  /** Copies the list. */
  public FileSummary {
    columns = List.copyOf(columns);
  }
}
