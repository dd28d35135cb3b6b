package io.opencop.telemetry.store;

import io.opencop.telemetry.columns.Rows;
import io.opencop.telemetry.columns.Table;
import io.opencop.telemetry.index.SegmentIndex;
import io.opencop.telemetry.ingest.SliceTable;
import io.opencop.telemetry.parquet.ColumnSummary;
import io.opencop.telemetry.parquet.FileSummary;
import io.opencop.telemetry.parquet.ParquetWriter;
import io.opencop.telemetry.parquet.WriteOptions;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The rows of a hot table as Parquet files, so that queries read files and nothing else: whole
 * chunks are written once, the tail again whenever it has grown and somebody asks. Not forced to
 * disk; after a crash they are made again from the journal.
 */
final class HotFiles {
  /** Rows of a whole chunk: large enough to be rare, small enough to rewrite as a tail. */
  static final int CHUNK = 64 * 1024;

  private final SliceTable table;
  private final Path dir;
  private final long slice;
  private final ParquetWriter writer;
  private final List<DataFile> whole = new ArrayList<>();
  private DataFile tail;
  private int wholeRows;
  private int versions;

  /**
   * @param writer shared by all hot tables; used by one thread at a time
   */
  HotFiles(SliceTable table, Path dir, long slice, ParquetWriter writer) {
    this.table = table;
    this.dir = dir;
    this.slice = slice;
    this.writer = writer;
  }

  /** Files that hold every row there is now. The caller keeps the table from growing meanwhile. */
  List<DataFile> current() throws IOException {
    int rows = table.rows();
    Table columns = null;
    while (rows - wholeRows >= CHUNK) {
      columns = columns == null ? table.table() : columns;
      whole.add(write(columns, wholeRows, wholeRows + CHUNK));
      wholeRows += CHUNK;
      dropTail();
    }
    if (rows > wholeRows && (tail == null || tail.rows() != rows - wholeRows)) {
      columns = columns == null ? table.table() : columns;
      DataFile next = write(columns, wholeRows, rows);
      dropTail();
      tail = next;
    }
    List<DataFile> all = new ArrayList<>(whole);
    if (tail != null) {
      all.add(tail);
    }
    return all;
  }

  /** The segments are visible; these files are needed only by who reads them now. */
  void retire() {
    whole.forEach(DataFile::retire);
    dropTail();
  }

  private void dropTail() {
    if (tail != null) {
      tail.retire();
      tail = null;
    }
  }

  private DataFile write(Table columns, int from, int to) throws IOException {
    Path path =
        dir.resolve(table.name() + "-" + slice + "-" + from + "-" + versions++ + ".parquet");
    try (FileChannel out =
        FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      Rows rows = new Rows.Range(from, to);
      FileSummary written = writer.write(columns, rows, WriteOptions.hot(), out);
      DataFile file =
          new DataFile(
              path,
              table.name(),
              written.rows(),
              table.times().min(),
              table.times().max(),
              written.bytes(),
              columnNames(written),
              Files::deleteIfExists);
      if (SegmentIndexes.has(table.name())) {
        file.indexed(SegmentIndex.of(columns, rows));
      }
      return file;
    }
  }

  static Set<String> columnNames(FileSummary written) {
    return written.columns().stream().map(ColumnSummary::name).collect(Collectors.toSet());
  }
}
