package io.opencop.telemetry.assemble.metric;

/**
 * What a metric is.
 *
 * @param type gauge, sum, histogram, exponential_histogram or summary
 * @param delta its points cover their own time; otherwise cumulative (or a gauge)
 * @param monotonic of a sum: it only grows
 */
public record MetricKind(String type, String unit, boolean delta, boolean monotonic) {
  boolean gauge() {
    return type.equals("gauge");
  }

  /** Points are numbers whose differences mean something, rather than the numbers. */
  boolean counter() {
    return type.equals("sum") && (monotonic || delta);
  }

  boolean histogram() {
    return type.equals("histogram") || type.equals("exponential_histogram");
  }

  boolean summary() {
    return type.equals("summary");
  }
}
