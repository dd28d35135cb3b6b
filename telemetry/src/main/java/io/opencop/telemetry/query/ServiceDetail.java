package io.opencop.telemetry.query;

import io.opencop.model.Change;
import java.util.List;
import java.util.Map;

/**
 * One service's story.
 *
 * @param resource resource attributes last seen
 */
public record ServiceDetail(
    String service,
    String namespace,
    String language,
    int stepS,
    Red red,
    Red previous,
    List<RedPoint> series,
    List<RedSlice> versions,
    List<RedSlice> instances,
    List<Operation> operations,
    List<Change> changes,
    Map<String, String> resource) {}
