package io.opencop.telemetry.assemble.metric;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Quantiles a summary reports: they cannot be merged, so their mean over the points is shown. */
final class SummarySteps implements SeriesSteps {
  private final double[] sum;
  private final double[] points;

  SummarySteps(double q, Grid grid, List<MetricPoint> series) {
    sum = new double[grid.size()];
    points = new double[grid.size()];
    for (MetricPoint p : series) {
      int i = grid.at(p.time());
      if (i >= 0 && !p.noValue() && p instanceof MetricPoint.Summary s) {
        double v = reported(s.quantiles(), q);
        if (!Double.isNaN(v)) {
          sum[i] += v;
          points[i]++;
        }
      }
    }
  }

  @Override
  public double at(int step) {
    return points[step] == 0 ? Double.NaN : sum[step] / points[step];
  }

  /** Linear between the two reported ones around {@code q}; NaN outside them. */
  private static double reported(SortedMap<Double, Double> quantiles, double q) {
    TreeMap<Double, Double> sorted = new TreeMap<>(quantiles);
    Map.Entry<Double, Double> low = sorted.floorEntry(q);
    Map.Entry<Double, Double> high = sorted.ceilingEntry(q);
    if (low == null || high == null) {
      return Double.NaN;
    }
    double width = high.getKey() - low.getKey();
    return width == 0
        ? low.getValue()
        : low.getValue() + (high.getValue() - low.getValue()) * (q - low.getKey()) / width;
  }
}
