package io.opencop.telemetry.query;

import java.time.Instant;
import java.util.List;

/**
 * A trace in a list. Counts are over the whole trace, not only what matched.
 *
 * @param rootStatus unset, ok or error
 */
public record TraceSummary(
    String traceId,
    Instant start,
    double durationMs,
    String rootService,
    String rootOperation,
    String rootStatus,
    Match matched,
    int spans,
    int errors,
    List<ServiceSpans> services) {
  /** The span that matched. */
  public record Match(
      String spanId,
      String service,
      String operation,
      Instant start,
      double durationMs,
      String status) {}

  /** How much of the trace happened in one service. */
  public record ServiceSpans(String service, int spans, int errors) {}
}
