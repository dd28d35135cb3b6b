package io.opencop.telemetry.assemble.metric;

import io.opencop.telemetry.query.MetricQuery.Op;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.DoubleStream;

/** The series of one group, taken together step by step. */
final class GroupSteps {
  private final Op op;
  private final double q;
  private final List<SeriesSteps> series = new ArrayList<>();

  GroupSteps(Op op, double q) {
    this.op = op;
    this.q = q;
  }

  void add(SeriesSteps s) {
    series.add(s);
  }

  /** Null where the step has nothing. */
  Double at(int step) {
    double v = combine(step);
    return Double.isFinite(v) ? (Double) v : null;
  }

  private double combine(int step) {
    Distribution merged = merged(step);
    return switch (op) {
      case RATE, SUM, COUNT -> any(step) ? present(step).sum() : Double.NaN;
      case AVG ->
          merged == null
              ? present(step).average().orElse(Double.NaN)
              : merged.sum() / merged.count();
      case MIN ->
          merged == null
              ? present(step).min().orElse(Double.NaN)
              : or(merged.min(), merged.buckets().lowest());
      case MAX ->
          merged == null
              ? present(step).max().orElse(Double.NaN)
              : or(merged.max(), merged.buckets().highest());
      case LAST -> last(step);
      case QUANTILE -> merged == null ? quantile(step) : merged.buckets().quantile(q);
    };
  }

  private DoubleStream present(int step) {
    return series.stream().mapToDouble(s -> s.at(step)).filter(v -> !Double.isNaN(v));
  }

  private boolean any(int step) {
    return present(step).findAny().isPresent();
  }

  private Distribution merged(int step) {
    return series.stream()
        .map(s -> s.distribution(step))
        .filter(Objects::nonNull)
        .reduce(Distribution::plus)
        .orElse(null);
  }

  /** Of the series whose latest point is latest; the larger value where two are. */
  private double last(int step) {
    double value = Double.NaN;
    long time = Long.MIN_VALUE;
    for (SeriesSteps s : series) {
      double v = s.at(step);
      if (!Double.isNaN(v)
          && (s.lastTime(step) > time || (s.lastTime(step) == time && v > value))) {
        time = s.lastTime(step);
        value = v;
      }
    }
    return value;
  }

  /** Linear between the two nearest ranks. */
  private double quantile(int step) {
    double[] sorted = series.stream().flatMapToDouble(s -> Arrays.stream(s.values(step))).toArray();
    if (sorted.length == 0) {
      return Double.NaN;
    }
    Arrays.sort(sorted);
    double rank = q * (sorted.length - 1);
    int low = (int) rank;
    int high = Math.min(low + 1, sorted.length - 1);
    return sorted[low] + (sorted[high] - sorted[low]) * (rank - low);
  }

  private static double or(double recorded, double estimated) {
    return Double.isNaN(recorded) ? estimated : recorded;
  }
}
