package io.opencop.telemetry.assemble.metric;

import io.opencop.telemetry.assemble.metric.Distribution.Buckets;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Buckets {@code (base^i, base^(i+1)]} with base {@code 2^(2^-scale)}, mirrored for negative
 * values, and one for what is near zero. Different scales merge at the coarser one, which is exact:
 * two neighbours of one scale are one bucket of the next.
 */
public final class ExponentialBuckets implements Buckets {
  private final int scale;
  private final double zeroThreshold;
  private final double zeroCount;
  private final NavigableMap<Integer, Double> positive;
  private final NavigableMap<Integer, Double> negative;

  /** Maps hold counts by bucket index. */
  public ExponentialBuckets(
      int scale,
      double zeroThreshold,
      double zeroCount,
      NavigableMap<Integer, Double> positive,
      NavigableMap<Integer, Double> negative) {
    this.scale = scale;
    this.zeroThreshold = zeroThreshold;
    this.zeroCount = zeroCount;
    this.positive = positive;
    this.negative = negative;
  }

  @Override
  public Buckets plus(Buckets other) {
    ExponentialBuckets o = same(other);
    int common = Math.min(scale, o.scale);
    NavigableMap<Integer, Double> pos = scaled(positive, scale - common);
    NavigableMap<Integer, Double> neg = scaled(negative, scale - common);
    scaled(o.positive, o.scale - common).forEach((i, c) -> pos.merge(i, c, Double::sum));
    scaled(o.negative, o.scale - common).forEach((i, c) -> neg.merge(i, c, Double::sum));
    return new ExponentialBuckets(
        common, Math.max(zeroThreshold, o.zeroThreshold), zeroCount + o.zeroCount, pos, neg);
  }

  @Override
  public Buckets minus(Buckets earlier) {
    ExponentialBuckets e = same(earlier);
    if (e.zeroCount > zeroCount || e.scale < scale) {
      return null; // a finer scale than before is a new histogram: scales only coarsen
    }
    NavigableMap<Integer, Double> pos = difference(positive, scaled(e.positive, e.scale - scale));
    NavigableMap<Integer, Double> neg = difference(negative, scaled(e.negative, e.scale - scale));
    return pos == null || neg == null
        ? null
        : new ExponentialBuckets(scale, zeroThreshold, zeroCount - e.zeroCount, pos, neg);
  }

  @Override
  public Buckets times(double factor) {
    NavigableMap<Integer, Double> pos = new TreeMap<>(positive);
    NavigableMap<Integer, Double> neg = new TreeMap<>(negative);
    pos.replaceAll((i, c) -> c * factor);
    neg.replaceAll((i, c) -> c * factor);
    return new ExponentialBuckets(scale, zeroThreshold, zeroCount * factor, pos, neg);
  }

  /** Exponential inside a bucket, as its bounds are; linear inside the zero bucket. */
  @Override
  public double quantile(double q) {
    double rank = q * (sum(negative) + zeroCount + sum(positive));
    double below = 0;
    for (Map.Entry<Integer, Double> b : negative.descendingMap().entrySet()) {
      if (b.getValue() > 0 && below + b.getValue() >= rank) {
        return -inside(b.getKey(), 1 - (rank - below) / b.getValue());
      }
      below += b.getValue();
    }
    if (zeroCount > 0 && below + zeroCount >= rank) {
      double low = sum(negative) > 0 ? -zeroThreshold : 0;
      double high = sum(positive) > 0 || sum(negative) == 0 ? zeroThreshold : 0;
      return low + (high - low) * (rank - below) / zeroCount;
    }
    below += zeroCount;
    double highest = Double.NaN;
    for (Map.Entry<Integer, Double> b : positive.entrySet()) {
      if (b.getValue() > 0 && below + b.getValue() >= rank) {
        return inside(b.getKey(), (rank - below) / b.getValue());
      }
      highest = b.getValue() > 0 ? bound(b.getKey() + 1) : highest;
      below += b.getValue();
    }
    return highest; // rounding left the rank above the last bucket; NaN where all are empty
  }

  @Override
  public double lowest() {
    for (Map.Entry<Integer, Double> b : negative.descendingMap().entrySet()) {
      if (b.getValue() > 0) {
        return -bound(b.getKey() + 1);
      }
    }
    if (zeroCount > 0) {
      return 0;
    }
    for (Map.Entry<Integer, Double> b : positive.entrySet()) {
      if (b.getValue() > 0) {
        return bound(b.getKey());
      }
    }
    return Double.NaN;
  }

  @Override
  public double highest() {
    for (Map.Entry<Integer, Double> b : positive.descendingMap().entrySet()) {
      if (b.getValue() > 0) {
        return bound(b.getKey() + 1);
      }
    }
    if (zeroCount > 0) {
      return zeroThreshold;
    }
    for (Map.Entry<Integer, Double> b : negative.entrySet()) {
      if (b.getValue() > 0) {
        return -bound(b.getKey());
      }
    }
    return Double.NaN;
  }

  private double inside(int index, double fraction) {
    return Math.pow(2, (index + fraction) * Math.pow(2, -scale));
  }

  private double bound(int index) {
    return inside(index, 0);
  }

  private static double sum(Map<Integer, Double> counts) {
    return counts.values().stream().mapToDouble(Double::doubleValue).sum();
  }

  /** At a scale coarser by {@code by}: an arithmetic shift, also right for negative indexes. */
  private static NavigableMap<Integer, Double> scaled(Map<Integer, Double> counts, int by) {
    NavigableMap<Integer, Double> coarse = new TreeMap<>();
    counts.forEach((i, c) -> coarse.merge(i >> Math.min(by, 31), c, Double::sum));
    return coarse;
  }

  /** Null where anything shrank. */
  private static NavigableMap<Integer, Double> difference(
      NavigableMap<Integer, Double> now, Map<Integer, Double> before) {
    NavigableMap<Integer, Double> grown = new TreeMap<>(now);
    before.forEach((i, c) -> grown.merge(i, -c, Double::sum));
    return grown.values().stream().anyMatch(c -> c < 0) ? null : grown;
  }

  private static ExponentialBuckets same(Buckets other) {
    if (other instanceof ExponentialBuckets e) {
      return e;
    }
    throw new IllegalArgumentException("explicit and exponential buckets do not merge");
  }
}
