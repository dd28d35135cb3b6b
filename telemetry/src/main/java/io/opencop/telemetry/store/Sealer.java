package io.opencop.telemetry.store;

import io.opencop.telemetry.columns.LongColumn;
import io.opencop.telemetry.columns.Rows;
import io.opencop.telemetry.columns.Table;
import io.opencop.telemetry.index.SegmentIndex;
import io.opencop.telemetry.ingest.SliceTable;
import io.opencop.telemetry.parquet.ColumnOptions;
import io.opencop.telemetry.parquet.ColumnSummary;
import io.opencop.telemetry.parquet.FileSummary;
import io.opencop.telemetry.parquet.ParquetWriter;
import io.opencop.telemetry.parquet.WriteOptions;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Writes a slice's tables as segments: sorted, compressed, forced to disk. Rows whose time lies far
 * from the others (late ones, wrong clocks) get a segment of their own, so that the times of the
 * main one stay narrow and queries can pass it by.
 */
final class Sealer {
  private static final long HOUR = 3_600_000_000_000L;
  private static final int SAMPLE = 1024;

  /**
   * A trace lies in as many row groups as it has services: of all columns, few rows are decoded.
   */
  static final int SPAN_ROW_GROUP = 61_440;

  private final SealedFiles files;
  private final int compression;
  private final ParquetWriter writer = new ParquetWriter();

  Sealer(SealedFiles files, int compression) {
    this.files = files;
    this.compression = compression;
  }

  List<Manifest.Segment> seal(long slice, List<SliceTable> tables) throws IOException {
    List<Manifest.Segment> segments = new ArrayList<>();
    for (SliceTable table : tables) {
      if (table.rows() > 0) {
        segments.addAll(seal(slice, table));
      }
    }
    return segments;
  }

  private List<Manifest.Segment> seal(long slice, SliceTable table) throws IOException {
    Table columns = table.table();
    int rows = table.rows();
    LongColumn time = table.timeColumn();
    if (time == null) {
      return List.of(
          write(
              slice, "", table, columns, columns.all(), table.times().min(), table.times().max()));
    }
    long[] window = window(time, rows);
    int inside = 0;
    for (int i = 0; i < rows; i++) {
      long t = time.get(i);
      inside += t >= window[0] && t <= window[1] ? 1 : 0;
    }
    if (inside == rows) {
      return List.of(
          write(
              slice, "", table, columns, columns.all(), table.times().min(), table.times().max()));
    }
    int[] main = new int[inside];
    int[] late = new int[rows - inside];
    long[] bounds = {Long.MAX_VALUE, Long.MIN_VALUE, Long.MAX_VALUE, Long.MIN_VALUE};
    int m = 0;
    int l = 0;
    for (int i = 0; i < rows; i++) {
      long t = time.get(i);
      int at = t >= window[0] && t <= window[1] ? 0 : 2;
      if (at == 0) {
        main[m++] = i;
      } else {
        late[l++] = i;
      }
      bounds[at] = Math.min(bounds[at], t);
      bounds[at + 1] = Math.max(bounds[at + 1], t);
    }
    return List.of(
        write(slice, "", table, columns, new Rows.Order(main, 0, m), bounds[0], bounds[1]),
        write(slice, "-late", table, columns, new Rows.Order(late, 0, l), bounds[2], bounds[3]));
  }

  /** The middle 98 % of a sample, an hour wider on both sides. */
  private static long[] window(LongColumn time, int rows) {
    int n = Math.min(rows, SAMPLE);
    long[] sample = new long[n];
    for (int i = 0; i < n; i++) {
      sample[i] = time.get((int) ((long) i * rows / n));
    }
    Arrays.sort(sample);
    long low = sample[n / 100];
    long high = sample[n - 1 - n / 100];
    return new long[] {
      low < Long.MIN_VALUE + HOUR ? low : low - HOUR,
      high > Long.MAX_VALUE - HOUR ? high : high + HOUR
    };
  }

  private Manifest.Segment write(
      long slice, String part, SliceTable table, Table columns, Rows rows, long min, long max)
      throws IOException {
    String name = table.name() + "-" + slice + part + ".parquet";
    AtomicReference<FileSummary> summary = new AtomicReference<>();
    SealedFiles.Content content =
        files.write(
            name,
            out ->
                summary.set(writer.write(columns, table.order(rows), options(table.name()), out)));
    FileSummary written = summary.get();
    if (SegmentIndexes.has(table.name())) {
      SegmentIndexes.write(
          files, name, SegmentIndex.of(columns, rows), written.rows(), written.bytes());
    }
    return new Manifest.Segment(
        name,
        table.name(),
        slice,
        written.rows(),
        min,
        max,
        written.bytes(),
        content.crc(),
        written.columns().stream().map(ColumnSummary::name).sorted().toList());
  }

  private WriteOptions options(String table) {
    WriteOptions options = WriteOptions.sealed().withLevel(compression);
    return switch (table) {
      case "spans" ->
          options
              .withRowGroupRows(SPAN_ROW_GROUP)
              .withSortedBy("service.name", "start_time")
              .withBloom("trace_id");
      case "logs" ->
          options
              .withSortedBy("service.name", "time")
              .withBloom("trace_id")
              .withColumn("body", ColumnOptions.level(Math.max(3, compression)));
      default -> options;
    };
  }
}
