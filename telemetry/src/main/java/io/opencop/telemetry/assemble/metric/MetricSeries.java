package io.opencop.telemetry.assemble.metric;

import io.opencop.telemetry.query.MetricResult.Exemplar;
import java.util.List;
import java.util.Map;

/**
 * One series with its points.
 *
 * @param attributes of the points
 * @param points by time ascending, from {@link MetricEvaluator#loadFrom} to the end of the range
 * @param exemplars of these points
 */
public record MetricSeries(
    Map<String, Object> attributes,
    Map<String, Object> resource,
    List<MetricPoint> points,
    List<Exemplar> exemplars) {}
