package io.opencop.telemetry.assemble.metric;

import io.opencop.telemetry.query.MetricQuery.Op;
import java.util.List;

/** Sums whose increases mean something. */
final class CounterSteps implements SeriesSteps {
  private final Op op;
  private final double[] increase;
  private final double[] seconds;
  private final ValueSteps raw;

  CounterSteps(Op op, Grid grid, List<MetricPoint> points, MetricKind kind, long loadFrom) {
    this.op = op;
    increase = new double[grid.size()];
    seconds = new double[grid.size()];
    raw = new ValueSteps(op, grid, points);
    Increases.<Double>of(
        points,
        kind.delta(),
        loadFrom,
        p -> ((MetricPoint.Value) p).value(),
        // A fall of what can only grow is a reset; of anything else a negative increase.
        (now, before) -> kind.monotonic() && now < before ? null : (Double) (now - before),
        (from, to, v) ->
            grid.spread(
                from,
                to,
                (i, fraction, covered) -> {
                  increase[i] += v * fraction;
                  seconds[i] += covered;
                }));
  }

  @Override
  public double at(int step) {
    return switch (op) {
      case COUNT, LAST -> raw.at(step);
      case SUM -> seconds[step] > 0 ? increase[step] : Double.NaN;
      case RATE, AVG, MIN, MAX, QUANTILE ->
          seconds[step] > 0 ? increase[step] / seconds[step] : Double.NaN;
    };
  }

  @Override
  public long lastTime(int step) {
    return raw.lastTime(step);
  }
}
