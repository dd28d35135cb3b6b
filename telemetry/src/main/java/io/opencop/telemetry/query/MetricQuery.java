package io.opencop.telemetry.query;

import io.opencop.model.TimeRange;
import java.time.Duration;
import java.util.List;

/**
 * A range query on one metric.
 *
 * @param q 0..1, for QUANTILE
 * @param by attribute keys to group by (resource keys too); empty for one series
 * @param step length of a step; null lets the store choose about 120 points
 */
public record MetricQuery(
    String name,
    Op op,
    Double q,
    List<String> by,
    String service,
    List<Condition> attributes,
    TimeRange range,
    Duration step) {
  /** What to compute; see the contract for the meaning per metric type. */
  public enum Op {
    RATE,
    SUM,
    AVG,
    MIN,
    MAX,
    LAST,
    COUNT,
    QUANTILE
  }
}
