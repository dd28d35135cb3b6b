package io.opencop.telemetry.query;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * @param truncated more than 200 groups; the largest are kept
 */
public record MetricResult(
    String name,
    String unit,
    String type,
    String op,
    double stepS,
    List<Instant> times,
    List<Series> series,
    boolean truncated) {
  /** One group; a value is null where the step has no point. */
  public record Series(Map<String, String> labels, List<Double> values, List<Exemplar> exemplars) {}

  public record Exemplar(Instant time, double value, String traceId, String spanId) {}
}
