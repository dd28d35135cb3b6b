package io.opencop.telemetry.store;

import io.opencop.model.TimeRange;
import io.opencop.telemetry.assemble.Nanos;
import io.opencop.telemetry.index.Hashes;
import io.opencop.telemetry.index.LongSet;
import io.opencop.telemetry.index.SegmentIndex;
import java.util.ArrayList;
import java.util.List;

/**
 * Active users: distinct session.id of the spans of a range, widened to whole cells as all counts
 * of an overview are. Exact; rows are read only where a file's index cannot tell.
 */
final class SessionCount {
  private SessionCount() {}

  /** Null where no span carries one. */
  static Long of(
      Engine engine, SegmentIndexes indexes, Snapshot snapshot, TimeRange range, Reading reading) {
    int first = SegmentIndex.cell(Nanos.of(range.from()));
    int last = SegmentIndex.cell(Nanos.of(range.to()) - 1);
    long from = first * SegmentIndex.CELL_NANOS;
    long to = last * SegmentIndex.CELL_NANOS + (SegmentIndex.CELL_NANOS - 1);
    LongSet active = new LongSet();
    List<DataFile> untold = new ArrayList<>();
    for (DataFile f : snapshot.files("spans", from, to + 1)) {
      if (f.columns().contains("session.id")) {
        SegmentIndex index = indexes.of(f);
        if (index == null) {
          untold.add(f);
        } else if (index.sessions() != null) {
          reading.cells(index.sessions().count(), 1);
          if (!index.sessions().collect(first, last, active)) {
            untold.add(f);
          }
        }
      }
    }
    if (!untold.isEmpty()) {
      Source source = reading.of(new Source(untold), 2);
      engine.query(
          "SELECT DISTINCT \"session.id\" FROM "
              + source.sql()
              + " WHERE \"session.id\" IS NOT NULL AND "
              + Source.between("start_time", from, to + 1),
          List.of(),
          r -> active.add(Hashes.session(r.getString(1))));
    }
    return active.size() == 0 ? null : (long) active.size();
  }
}
