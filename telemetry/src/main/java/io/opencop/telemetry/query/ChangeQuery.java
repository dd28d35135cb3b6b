package io.opencop.telemetry.query;

import io.opencop.model.ChangeKind;
import io.opencop.model.TimeRange;

/** Changes, newest first. Null means "any". */
public record ChangeQuery(
    TimeRange range, String service, ChangeKind kind, int limit, String cursor) {}
