package io.opencop.telemetry.store;

import io.opencop.model.TimeRange;
import io.opencop.telemetry.assemble.Nanos;
import java.util.List;

/** Active users: distinct session.id of the spans of a range. */
final class SessionCount {
  private SessionCount() {}

  /** Null where no span carries one. */
  static Long of(Engine engine, Snapshot snapshot, TimeRange range, Reading reading) {
    long from = Nanos.of(range.from());
    long to = Nanos.of(range.to());
    List<DataFile> files =
        snapshot.files("spans", from, to).stream()
            .filter(f -> f.columns().contains("session.id"))
            .toList();
    if (files.isEmpty()) {
      return null;
    }
    Source source = reading.of(new Source(files), 2);
    long[] n = new long[1];
    engine.query(
        "SELECT count(DISTINCT \"session.id\") FROM "
            + source.sql()
            + " WHERE "
            + Source.between("start_time", from, to),
        List.of(),
        r -> n[0] = r.getLong(1));
    return n[0] == 0 ? null : n[0];
  }
}
