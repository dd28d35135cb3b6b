package io.opencop.telemetry.query;

import java.time.Instant;
import java.util.List;

/** RED of one part of a service: a version or an instance. */
public record RedSlice(
    String key, Red red, List<RedPoint> series, Instant firstSeen, Instant lastSeen) {}
