package io.opencop.telemetry.store;

import io.opencop.telemetry.index.SegmentIndex;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A Parquet file that queries may be reading. Whoever reads holds it; a file that is no longer
 * wanted is deleted when the last reader lets go.
 */
final class DataFile {
  private static final Logger log = LoggerFactory.getLogger(DataFile.class);

  private final Path path;
  private final String table;
  private final long rows;
  private final long minNanos;
  private final long maxNanos;
  private final long bytes;
  private final Set<String> columns;
  private volatile SegmentIndex index;
  private volatile boolean unindexed;
  private final Removal removal;
  private int holders;
  private boolean retired;

  /** How a file is deleted. */
  interface Removal {
    void delete(Path path) throws IOException;
  }

  DataFile(
      Path path,
      String table,
      long rows,
      long minNanos,
      long maxNanos,
      long bytes,
      Set<String> columns,
      Removal removal) {
    this.path = path;
    this.table = table;
    this.rows = rows;
    this.minNanos = minNanos;
    this.maxNanos = maxNanos;
    this.bytes = bytes;
    this.columns = Set.copyOf(columns);
    this.removal = removal;
  }

  Path path() {
    return path;
  }

  String table() {
    return table;
  }

  long rows() {
    return rows;
  }

  /** First time in it, nanoseconds since the epoch. */
  long minNanos() {
    return minNanos;
  }

  /** Last time in it, inclusive. */
  long maxNanos() {
    return maxNanos;
  }

  long bytes() {
    return bytes;
  }

  /** Columns that stand in the file; one without any value is left out. */
  Set<String> columns() {
    return columns;
  }

  /** What is known without opening the file; null where that is nothing. */
  SegmentIndex index() {
    return index;
  }

  /** That there is no index, as far as is known. */
  boolean unindexed() {
    return unindexed;
  }

  /**
   * @param found null where there is none
   */
  void indexed(SegmentIndex found) {
    index = found;
    unindexed = found == null;
  }

  boolean overlaps(long fromNanos, long toNanos) {
    return minNanos < toNanos && maxNanos >= fromNanos;
  }

  synchronized void hold() {
    if (retired && holders == 0) {
      throw new IllegalStateException(path + " is gone");
    }
    holders++;
  }

  synchronized void letGo() {
    holders--;
    deleteIfUnused();
  }

  /** No new reader will come. */
  synchronized void retire() {
    retired = true;
    deleteIfUnused();
  }

  private void deleteIfUnused() {
    if (retired && holders == 0) {
      try {
        removal.delete(path);
      } catch (IOException e) {
        // Nothing names it any more, and the next start deletes what nothing names. A failure here
        // must not fail the question or the seal that was the last to let go.
        log.warn("cannot delete {}: {}", path, e.toString());
      }
    }
  }
}
