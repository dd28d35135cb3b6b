package io.opencop.runtime.gateway.telemetry;

/**
 * A request on its way through, as part of a trace.
 *
 * @param trace 32 hex digits
 * @param id 16 hex digits
 * @param parent 16 hex digits; empty where the trace begins here
 */
public record Span(String trace, String id, String parent) {
  /** What the application is told (W3C Trace Context, 3.2). */
  public String traceparent() {
    return "00-" + trace + "-" + id + "-01";
  }
}
