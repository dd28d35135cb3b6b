package io.opencop.telemetry.assemble.metric;

import io.opencop.telemetry.query.MetricQuery.Op;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

/** Gauges and up-down sums: the numbers themselves mean something. */
final class ValueSteps implements SeriesSteps {
  private final Op op;
  private final List<List<MetricPoint.Value>> steps = new ArrayList<>();

  ValueSteps(Op op, Grid grid, List<MetricPoint> points) {
    this.op = op;
    for (int i = 0; i < grid.size(); i++) {
      steps.add(new ArrayList<>(0));
    }
    for (MetricPoint p : points) {
      int i = grid.at(p.time());
      if (i >= 0 && !p.noValue() && p instanceof MetricPoint.Value n) {
        steps.get(i).add(n);
      }
    }
  }

  @Override
  public double at(int step) {
    List<MetricPoint.Value> points = steps.get(step);
    if (points.isEmpty()) {
      return Double.NaN;
    }
    DoubleStream values = points.stream().mapToDouble(MetricPoint.Value::value);
    return switch (op) {
      case AVG -> values.sum() / points.size();
      case MIN -> values.min().orElseThrow();
      case MAX -> values.max().orElseThrow();
      case COUNT -> points.size();
      case SUM, LAST, RATE, QUANTILE -> points.getLast().value();
    };
  }

  @Override
  public long lastTime(int step) {
    List<MetricPoint.Value> points = steps.get(step);
    return points.isEmpty() ? 0 : points.getLast().time();
  }

  @Override
  public double[] values(int step) {
    return steps.get(step).stream().mapToDouble(MetricPoint.Value::value).toArray();
  }
}
