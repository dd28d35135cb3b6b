package io.opencop.telemetry.store;

import io.opencop.model.Change;
import io.opencop.telemetry.ingest.SliceBuilder;
import io.opencop.telemetry.ingest.SliceTable;
import io.opencop.telemetry.parquet.ParquetWriter;
import io.opencop.telemetry.rollup.Rollup;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What came since the last roll of the journal: exactly the frames of one journal file. */
final class HotSlice {
  private final long journalFile;
  private final SliceBuilder builder;
  private final List<HotFiles> files = new ArrayList<>();
  private final List<Change> changes = new ArrayList<>();
  private final long createdNanos = System.nanoTime();
  private long bytes;
  private byte[] templates;
  private Rollup frozen;
  private long frozenAt = -1;

  HotSlice(long journalFile, SliceBuilder builder, Path hotDir, ParquetWriter writer) {
    this.journalFile = journalFile;
    this.builder = builder;
    for (SliceTable table : builder.tables()) {
      files.add(new HotFiles(table, hotDir, journalFile, writer));
    }
  }

  long journalFile() {
    return journalFile;
  }

  SliceBuilder builder() {
    return builder;
  }

  List<Change> changes() {
    return changes;
  }

  void taken(int requestBytes) {
    bytes += requestBytes;
  }

  long bytes() {
    return bytes;
  }

  boolean isEmpty() {
    return bytes == 0 && changes.isEmpty();
  }

  long ageNanos() {
    return System.nanoTime() - createdNanos;
  }

  int maxRows() {
    return builder.tables().stream().mapToInt(SliceTable::rows).max().orElse(0);
  }

  /** Files of the tables wanted; all rows as of now. */
  List<DataFile> files(List<String> tables) throws IOException {
    List<DataFile> all = new ArrayList<>();
    for (int i = 0; i < files.size(); i++) {
      if (tables.contains(builder.tables().get(i).name())) {
        all.addAll(files.get(i).current());
      }
    }
    return all;
  }

  /** The roll-ups as of now. */
  Rollup rollup() {
    if (frozen == null || frozenAt != bytes) {
      frozen = builder.rollup().freeze();
      frozenAt = bytes;
    }
    return frozen;
  }

  /** Keeps the log templates as they are when the slice is full. */
  void full(byte[] templateState) {
    builder.full();
    templates = templateState;
  }

  byte[] templates() {
    return templates;
  }

  void retire() {
    files.forEach(HotFiles::retire);
  }
}
