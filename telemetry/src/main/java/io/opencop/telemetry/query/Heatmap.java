package io.opencop.telemetry.query;

import java.time.Instant;
import java.util.List;

/**
 * Entry spans as a grid of time by duration.
 *
 * @param times start of each column
 * @param boundsMs lower bounds of the rows ascending, then the upper bound of the last (rows + 1)
 * @param counts {@code counts[column][row]}
 * @param errors {@code errors[column][row]}, part of counts
 */
public record Heatmap(
    int stepS,
    List<Instant> times,
    List<Double> boundsMs,
    List<List<Long>> counts,
    List<List<Long>> errors) {}
