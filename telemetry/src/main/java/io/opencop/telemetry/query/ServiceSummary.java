package io.opencop.telemetry.query;

import io.opencop.model.Change;
import java.time.Instant;
import java.util.List;

/**
 * One service in a list.
 *
 * @param previous the range of equal length before
 * @param spans all its spans in the range, not only entries
 */
public record ServiceSummary(
    String service,
    String namespace,
    String language,
    Red red,
    Red previous,
    List<RedPoint> trend,
    int instances,
    List<String> versions,
    Change lastChange,
    Instant lastSeen,
    long spans,
    long logs,
    long errorLogs) {}
