package io.opencop.telemetry.assemble.metric;

import io.opencop.telemetry.query.MetricQuery.Op;
import java.util.List;

/** Histograms and summaries: what was observed in each step. */
final class DistributionSteps implements SeriesSteps {
  private static final Distribution.Buckets NONE =
      new ExplicitBuckets(new double[0], new double[0]);

  private final Op op;
  private final Distribution[] observed;
  private final double[] seconds;

  DistributionSteps(Op op, Grid grid, List<MetricPoint> points, MetricKind kind, long loadFrom) {
    this.op = op;
    observed = new Distribution[grid.size()];
    seconds = new double[grid.size()];
    Increases.of(
        points,
        kind.delta(),
        loadFrom,
        p -> kind.delta() ? of(p) : of(p).withoutExtremes(),
        Distribution::minus,
        (from, to, v) ->
            grid.spread(
                from,
                to,
                (i, fraction, covered) -> {
                  Distribution part = v.times(fraction);
                  observed[i] = observed[i] == null ? part : observed[i].plus(part);
                  seconds[i] += covered;
                }));
  }

  @Override
  public double at(int step) {
    Distribution d = observed[step];
    if (d == null) {
      return Double.NaN;
    }
    return switch (op) {
      case RATE -> seconds[step] > 0 ? d.count() / seconds[step] : Double.NaN;
      case SUM -> d.sum();
      case COUNT, AVG, MIN, MAX, LAST, QUANTILE -> d.count();
    };
  }

  @Override
  public Distribution distribution(int step) {
    return observed[step];
  }

  private static Distribution of(MetricPoint p) {
    return switch (p) {
      case MetricPoint.Histogram h -> h.value();
      case MetricPoint.Summary s ->
          new Distribution(s.count(), s.sum(), Double.NaN, Double.NaN, NONE);
      case MetricPoint.Value n -> throw new IllegalArgumentException("no histogram: " + n);
    };
  }
}
