package io.opencop.telemetry.query;

import java.util.List;

/**
 * One metric of the catalogue.
 *
 * @param type gauge, sum, histogram, exponential_histogram or summary
 * @param temporality delta or cumulative; null where it has none
 */
public record MetricInfo(
    String name,
    String type,
    String unit,
    String description,
    String temporality,
    Boolean monotonic,
    int series,
    List<String> services,
    List<String> attributes) {}
