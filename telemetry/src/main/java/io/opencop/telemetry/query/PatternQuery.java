package io.opencop.telemetry.query;

import io.opencop.model.TimeRange;

/**
 * @param service null for all
 */
public record PatternQuery(TimeRange range, String service, int minSeverity, int limit) {}
