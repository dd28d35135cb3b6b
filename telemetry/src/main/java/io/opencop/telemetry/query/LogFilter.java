package io.opencop.telemetry.query;

import java.util.List;

/**
 * Which log records. Null means "any".
 *
 * @param text words that must all occur in the body, any case
 * @param minSeverity OTLP severity number, 0 for any; 9 is INFO, 13 WARN, 17 ERROR
 * @param traceId 32 hex digits
 * @param templateId a mined template
 */
public record LogFilter(
    String text,
    int minSeverity,
    String service,
    String traceId,
    Long templateId,
    List<Condition> attributes) {
  public static LogFilter all() {
    return new LogFilter(null, 0, null, null, null, List.of());
  }
}
