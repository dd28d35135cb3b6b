package io.opencop.telemetry.query;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * One span as it is shown. Attribute values are String, Long, Double, Boolean, List or Map; bytes
 * are base64 strings.
 *
 * @param startMs relative to the trace
 * @param selfMs duration not covered by children
 */
public record SpanRow(
    String spanId,
    String parentSpanId,
    String service,
    String version,
    String instance,
    String name,
    String kind,
    Instant start,
    double startMs,
    double durationMs,
    double selfMs,
    String status,
    String statusMessage,
    String traceState,
    Scope scope,
    Map<String, Object> attributes,
    Map<String, Object> resource,
    List<Event> events,
    List<Link> links,
    Dropped dropped) {
  public record Event(String name, Instant time, double offsetMs, Map<String, Object> attributes) {}

  public record Link(String traceId, String spanId, Map<String, Object> attributes) {}

  /** What the sender dropped before it sent. */
  public record Dropped(long attributes, long events, long links) {}
}
