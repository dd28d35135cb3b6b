package io.opencop.telemetry.query;

import io.opencop.model.TimeRange;
import java.util.List;

/**
 * Traces that hold a span matching every condition. Null means "any".
 *
 * @param kind OTLP span kind in lower case
 * @param status unset, ok or error
 * @param cursor null for the first page
 */
public record TraceQuery(
    TimeRange range,
    String service,
    String operation,
    String kind,
    String status,
    Double minDurationMs,
    Double maxDurationMs,
    List<Condition> attributes,
    Order order,
    int limit,
    String cursor) {
  /** Which come first. */
  public enum Order {
    NEWEST,
    SLOWEST
  }
}
