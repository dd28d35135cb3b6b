package io.opencop.telemetry.store;

import io.opencop.telemetry.query.Answer;
import io.opencop.telemetry.query.Cost;
import java.util.HashSet;
import java.util.Set;

/** Adds up what an answer costs. */
final class Reading {
  private final long start = System.nanoTime();
  private final Set<DataFile> files = new HashSet<>();
  private long rows;
  private long bytes;
  private int parts;

  /** Counts a source that is going to be read. */
  Source of(Source source, int columns) {
    rows += source.rows();
    bytes += source.bytes(columns);
    files.addAll(source.files());
    return source;
  }

  void cells(long cells, int rollups) {
    rows += cells;
    bytes += cells * 32;
    parts += rollups;
  }

  <T> Answer<T> answer(T value) {
    double ms = (System.nanoTime() - start) / 1e6;
    return new Answer<>(value, new Cost(rows, bytes, files.size() + parts, ms));
  }
}
