package io.opencop.telemetry;

import io.opencop.model.Signal;
import java.time.Instant;
import java.util.List;

/**
 * The store's own state as the page "Platform health" shows it. Counters count since start.
 *
 * @param quarantined damaged files that are set aside, of segments and of the journal
 * @param quarantinedBytes of them together
 */
public record StoreHealth(
    List<Problem> problems,
    List<Received> received,
    Pipeline pipeline,
    Journal journal,
    List<Stored> stored,
    long diskFreeBytes,
    long diskUsedBytes,
    Double lastSealMs,
    int quarantined,
    long quarantinedBytes,
    List<Limit> limits) {

  /**
   * Something a person should know. The code selects a bilingual message; args fill it.
   *
   * @param code e.g. {@code disk_full}, {@code journal_tail_torn}, {@code segment_quarantined}
   */
  public record Problem(String code, List<String> args, Instant since) {}

  /**
   * @param items accepted spans, records or points
   * @param duplicates requests recognised as sent again
   * @param perSecond items a second over the last 10 s
   */
  public record Received(
      Signal signal,
      long requests,
      long items,
      long bytes,
      long duplicates,
      double perSecond,
      List<Refused> refused) {}

  /**
   * @param reason an {@link AppendException.Reason} or the name of the check an item failed
   */
  public record Refused(String reason, long requests, long items) {}

  public record Pipeline(long queuedBytes, long queueLimitBytes, long queuedFrames, double lagMs) {}

  public record Journal(int files, long bytes, double lastSyncMs, long syncs, long frames) {}

  /**
   * @param freedBytes by retention
   */
  public record Stored(
      Signal signal,
      long hotRows,
      long sealedRows,
      int segments,
      long bytes,
      Instant oldest,
      long retentionSeconds,
      long freedBytes) {}

  /**
   * A bound, and how much was folded together or cut because of it.
   *
   * @param name e.g. {@code operations_per_service}, {@code attributes_per_item}
   */
  public record Limit(String name, long limit, long folded, String detail) {}
}
