package io.opencop.telemetry.query;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Counts over time, by severity. */
public record LogHistogram(double stepS, List<Instant> times, Map<String, List<Long>> counts) {}
