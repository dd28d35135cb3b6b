package io.opencop.sessions.manager.statistics;

import java.util.List;

/**
 * What one instance says of the sessions it serves. Counts and histograms are since its start.
 *
 * @param app name of the app
 * @param group what keeps its sessions apart; apps that share sessions have the same
 * @param startedMillis of the epoch
 * @param atMillis of the epoch
 * @param totals in the order of {@link Total}
 * @param activeSessions it served in the last {@link Figures#ACTIVE_MINUTES} minutes
 * @param activeUsers likewise
 * @param degraded why the grid cannot be reached just now; empty where it can
 * @param lookup {@link Ticks} of reads
 * @param write {@link Ticks} of writes
 * @param size bytes of sessions written
 * @param heaviest attributes, of sampled writes
 */
public record InstanceRecord(
    String app,
    String group,
    String instance,
    long startedMillis,
    long atMillis,
    List<Long> totals,
    int activeSessions,
    int activeUsers,
    String degraded,
    Counted lookup,
    Counted write,
    Counted size,
    List<AttributeWeight> heaviest) {
  public InstanceRecord {
    totals = List.copyOf(totals);
    heaviest = List.copyOf(heaviest);
  }

  /** What is counted from the start on. New ones are added at the end. */
  public enum Total {
    CREATED,
    EXPIRED,
    ENDED,
    LOGINS,
    LOGINS_REFUSED,
    CONFLICTS,
    MERGED,
    REFUSED,
    SERVED_LOCALLY,
    DEGRADED_MILLIS
  }

  /** 0 where the writer did not know it yet. */
  @SuppressWarnings("EnumOrdinal") // the order is the format
  public long total(Total which) {
    return which.ordinal() < totals.size() ? totals.get(which.ordinal()) : 0;
  }

  /** Of these figures, now. */
  public static InstanceRecord of(
      Figures figures, String app, String group, String instance, long started, String degraded) {
    return new InstanceRecord(
        app,
        group,
        instance,
        started,
        System.currentTimeMillis(),
        List.of(
            figures.created.sum(),
            figures.expired.sum(),
            figures.ended.sum(),
            figures.logins.sum(),
            figures.loginsRefused.sum(),
            figures.conflicts.sum(),
            figures.merged.sum(),
            figures.refused.sum(),
            figures.servedLocally.sum(),
            figures.degradedNanos.sum() / 1_000_000),
        figures.activeSessions(),
        figures.activeUsers(),
        degraded,
        figures.lookup.counted(),
        figures.write.counted(),
        figures.size.counted(),
        figures.heaviest.told());
  }
}
