package io.opencop.telemetry.query;

import io.opencop.model.TimeRange;

/**
 * @param operation null for all operations
 */
public record HeatmapQuery(
    String service, String operation, TimeRange range, int columns, int rows) {}
