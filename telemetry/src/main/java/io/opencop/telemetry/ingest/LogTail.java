package io.opencop.telemetry.ingest;

import io.opencop.telemetry.columns.Table;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.ObjIntConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Those who watch records arrive. Costs a look at a list while nobody does. */
public final class LogTail {
  private static final Logger LOG = LoggerFactory.getLogger(LogTail.class);

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
    watchers.removeIf(w -> !shown(w, columns, row));
  }

  /** False where the watcher failed: its own fault must not cost the frame that is being built. */
  private static boolean shown(ObjIntConsumer<Table> watcher, Table columns, int row) {
    try {
      watcher.accept(columns, row);
      return true;
    } catch (RuntimeException e) {
      LOG.warn("a live tail failed and was ended", e);
      return false;
    }
  }
}
