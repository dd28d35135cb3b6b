package io.opencop.telemetry.query;

import io.opencop.model.Signal;
import io.opencop.model.TimeRange;

/**
 * @param prefix null for all
 */
public record AttributeValuesQuery(
    Signal signal, String key, String prefix, TimeRange range, int limit) {}
