package io.opencop.telemetry.query;

import io.opencop.model.TimeRange;

/**
 * @param newestFirst otherwise oldest first
 */
public record LogQuery(
    LogFilter filter, TimeRange range, boolean newestFirst, int limit, String cursor) {}
