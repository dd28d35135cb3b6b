package io.opencop.telemetry.ingest;

import io.opencop.telemetry.columns.Table;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.ObjIntConsumer;

/** Those who watch records arrive. Costs a look at a list while nobody does. */
public final class LogTail {
  private final List<ObjIntConsumer<Table>> watchers = new CopyOnWriteArrayList<>();

  /** The watcher is called on the builder's thread with the table and the row that came. */
  public AutoCloseable watch(ObjIntConsumer<Table> watcher) {
    watchers.add(watcher);
    return () -> watchers.remove(watcher);
  }

  boolean isWatched() {
    return !watchers.isEmpty();
  }

  void row(LogTable table, int row) {
    Table columns = table.table();
    watchers.forEach(w -> w.accept(columns, row));
  }
}
