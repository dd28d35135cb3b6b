package io.opencop.telemetry.store;

import io.opencop.model.Change;
import io.opencop.telemetry.rollup.Rollup;
import java.util.ArrayList;
import java.util.List;

/**
 * What the store held at one moment, pinned: a query works on this alone, so nothing it counts can
 * vanish or come twice while slices are sealed or old segments go.
 *
 * @param files Parquet files of the tables asked for
 * @param sealedRollups roll-up files of all resolutions
 * @param hotRollups roll-ups not yet in files, at the finest resolution
 * @param changes all Changes, by time
 * @param manifest of the same moment
 */
record Snapshot(
    List<DataFile> files,
    List<Manifest.RollupFile> sealedRollups,
    List<Rollup> hotRollups,
    List<Change> changes,
    boolean everReceived,
    Manifest manifest)
    implements AutoCloseable {

  /** Files of one table that may hold rows of the range. */
  List<DataFile> files(String table, long fromNanos, long toNanos) {
    List<DataFile> some = new ArrayList<>();
    for (DataFile f : files) {
      if (f.table().equals(table) && f.overlaps(fromNanos, toNanos)) {
        some.add(f);
      }
    }
    return some;
  }

  List<DataFile> files(String table) {
    return files(table, Long.MIN_VALUE, Long.MAX_VALUE);
  }

  @Override
  public void close() {
    files.forEach(DataFile::letGo);
  }
}
