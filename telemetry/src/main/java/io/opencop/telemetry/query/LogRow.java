package io.opencop.telemetry.query;

import java.time.Instant;
import java.util.Map;

/**
 * One log record as it is shown.
 *
 * @param id stable position in the store
 * @param severity unspecified, trace, debug, info, warn, error, fatal
 * @param body a String, or List/Map/Number/Boolean where the body was structured
 */
public record LogRow(
    String id,
    Instant time,
    Instant observed,
    String severity,
    String severityText,
    String service,
    String instance,
    Object body,
    String traceId,
    String spanId,
    String eventName,
    String templateId,
    Map<String, Object> attributes,
    Map<String, Object> resource,
    Scope scope) {}
