package io.opencop.telemetry.assemble.metric;

import io.opencop.telemetry.assemble.metric.Distribution.Buckets;
import java.util.Arrays;
import java.util.stream.DoubleStream;

/**
 * Buckets {@code (-inf, b0], (b0, b1], ... (bn, +inf)}. Inside a bucket observations are taken to
 * be spread evenly, which also says how to merge buckets of different bounds: on the union of the
 * bounds.
 */
public final class ExplicitBuckets implements Buckets {
  private final double[] bounds;
  private final double[] counts;

  /**
   * @param bounds ascending
   * @param counts one more than bounds; or empty, as OTLP allows, with empty bounds
   */
  public ExplicitBuckets(double[] bounds, double[] counts) {
    if (counts.length != bounds.length + 1 && !(counts.length == 0 && bounds.length == 0)) {
      throw new IllegalArgumentException(
          "bounds: " + bounds.length + " bounds need one more counts, got " + counts.length);
    }
    this.bounds = bounds;
    this.counts = counts;
  }

  @Override
  public Buckets plus(Buckets other) {
    ExplicitBuckets o = same(other);
    double[] union = union(o);
    double[] a = on(union);
    double[] b = o.on(union);
    for (int i = 0; i < a.length; i++) {
      a[i] += b[i];
    }
    return new ExplicitBuckets(union, a);
  }

  @Override
  public Buckets minus(Buckets earlier) {
    ExplicitBuckets e = same(earlier);
    if (!Arrays.equals(bounds, e.bounds) || counts.length != e.counts.length) {
      return null; // other bounds: a new configuration, so a new series
    }
    double[] grown = new double[counts.length];
    for (int i = 0; i < grown.length; i++) {
      grown[i] = counts[i] - e.counts[i];
      if (grown[i] < 0) {
        return null;
      }
    }
    return new ExplicitBuckets(bounds, grown);
  }

  @Override
  public Buckets times(double factor) {
    return new ExplicitBuckets(bounds, Arrays.stream(counts).map(c -> c * factor).toArray());
  }

  /**
   * As Prometheus does: linear inside the bucket, the first bucket begins at 0 where its bound is
   * positive, and in the open last bucket the answer is its lower bound.
   */
  @Override
  public double quantile(double q) {
    double total = DoubleStream.of(counts).sum();
    if (total <= 0 || bounds.length == 0) {
      return Double.NaN;
    }
    double rank = q * total;
    double below = 0;
    for (int i = 0; i < bounds.length; i++) {
      if (below + counts[i] >= rank && counts[i] > 0) {
        double from = i > 0 ? bounds[i - 1] : Math.min(0, bounds[0]);
        return i == 0 && bounds[0] <= 0
            ? bounds[0]
            : from + (bounds[i] - from) * Math.max(0, rank - below) / counts[i];
      }
      below += counts[i];
    }
    return bounds[bounds.length - 1];
  }

  @Override
  public double lowest() {
    for (int i = 0; i < counts.length; i++) {
      if (counts[i] > 0 && bounds.length > 0) {
        return i > 0 ? bounds[i - 1] : Math.min(0, bounds[0]);
      }
    }
    return Double.NaN;
  }

  @Override
  public double highest() {
    for (int i = counts.length - 1; i >= 0; i--) {
      if (counts[i] > 0 && bounds.length > 0) {
        return bounds[Math.min(i, bounds.length - 1)];
      }
    }
    return Double.NaN;
  }

  private double[] union(ExplicitBuckets o) {
    return Arrays.equals(bounds, o.bounds)
        ? bounds
        : DoubleStream.concat(DoubleStream.of(bounds), DoubleStream.of(o.bounds))
            .sorted()
            .distinct()
            .toArray();
  }

  /** These counts on finer bounds that include all of mine. */
  private double[] on(double[] finer) {
    double[] result = new double[finer.length + 1];
    for (int i = 0; i < counts.length; i++) {
      double from = i == 0 ? Double.NEGATIVE_INFINITY : bounds[i - 1];
      double to = i == bounds.length ? Double.POSITIVE_INFINITY : bounds[i];
      if (i == 0 && to > 0) {
        from = 0;
      }
      spread(finer, result, from, to, counts[i]);
    }
    return result;
  }

  private static void spread(double[] bounds, double[] into, double from, double to, double count) {
    if (to == Double.POSITIVE_INFINITY || from == Double.NEGATIVE_INFINITY) {
      // No width to divide by: all of it in the outermost bucket on that side.
      into[to == Double.POSITIVE_INFINITY ? bounds.length : at(bounds, to)] += count;
      return;
    }
    for (int i = at(bounds, to); i >= 0; i--) {
      double low = i == 0 ? from : Math.max(from, bounds[i - 1]);
      double high = Math.min(to, bounds[i]);
      if (high > low) {
        into[i] += count * (high - low) / (to - from);
      }
      if (low <= from) {
        return;
      }
    }
  }

  private static int at(double[] bounds, double bound) {
    return Arrays.binarySearch(bounds, bound);
  }

  private static ExplicitBuckets same(Buckets other) {
    if (other instanceof ExplicitBuckets e) {
      return e;
    }
    throw new IllegalArgumentException("explicit and exponential buckets do not merge");
  }
}
