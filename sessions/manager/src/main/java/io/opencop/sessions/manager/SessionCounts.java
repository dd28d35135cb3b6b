package io.opencop.sessions.manager;

import java.util.concurrent.atomic.LongAdder;

/** What has happened so far. Nothing is dropped without being counted here. */
public final class SessionCounts {
  final LongAdder loads = new LongAdder();
  final LongAdder stores = new LongAdder();
  final LongAdder conflicts = new LongAdder();
  final LongAdder refused = new LongAdder();
  final LongAdder servedLocally = new LongAdder();
  final LongAdder unreadable = new LongAdder();

  /** Sessions read from the grid. */
  public long loads() {
    return loads.sum();
  }

  /** Sessions written to the grid. */
  public long stores() {
    return stores.sum();
  }

  /** Writes that met another's and were merged. */
  public long conflicts() {
    return conflicts.sum();
  }

  /** Calls that failed because the grid could not be reached. */
  public long refused() {
    return refused.sum();
  }

  /** Calls served from own copies because the grid could not be reached. */
  public long servedLocally() {
    return servedLocally.sum();
  }

  /** Entries met while looking for ended sessions that are of no known format. */
  public long unreadable() {
    return unreadable.sum();
  }
}
