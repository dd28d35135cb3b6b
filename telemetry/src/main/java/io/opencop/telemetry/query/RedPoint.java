package io.opencop.telemetry.query;

import java.time.Instant;

/** RED of one step; {@code time} is its start. Percentiles are null where count is 0. */
public record RedPoint(
    Instant time, long count, long errors, Double p50Ms, Double p95Ms, Double p99Ms) {}
