package io.opencop.telemetry.query;

import java.time.Instant;
import java.util.List;

/**
 * A whole trace.
 *
 * @param criticalPath what the end of the trace waited for, in time order, relative to start
 * @param logs log records that carry this trace id
 * @param truncated more spans than an answer may hold (10,000)
 */
public record Trace(
    String traceId,
    Instant start,
    double durationMs,
    List<SpanRow> spans,
    List<PathSegment> criticalPath,
    long logs,
    boolean truncated) {
  /** A stretch of the critical path, milliseconds from the start of the trace. */
  public record PathSegment(String spanId, double fromMs, double toMs) {}
}
