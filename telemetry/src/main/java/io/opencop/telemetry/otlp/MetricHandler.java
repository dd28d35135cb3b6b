package io.opencop.telemetry.otlp;

/** Gets the metrics of a request and their points. */
public interface MetricHandler extends OtlpHandler {
  /** The metric of the points that follow; the view is valid until the next metric. */
  void metric(MetricView metric);

  /** One point of the last metric; the view and all it refers to are valid during the call. */
  void point(PointView point);
}
