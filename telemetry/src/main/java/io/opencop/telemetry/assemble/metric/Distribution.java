package io.opencop.telemetry.assemble.metric;

/**
 * A histogram's content. Counts are doubles, because an increase may be divided among steps.
 * Immutable; {@code min} and {@code max} are NaN where not recorded, {@code sum} too.
 */
public record Distribution(double count, double sum, double min, double max, Buckets buckets) {
  /** Counts by range of values. */
  public sealed interface Buckets permits ExplicitBuckets, ExponentialBuckets {
    Buckets plus(Buckets other);

    /** What grew since {@code earlier}; null where any bucket shrank (a reset). */
    Buckets minus(Buckets earlier);

    Buckets times(double factor);

    /** NaN where empty. */
    double quantile(double q);

    /** Lower bound of the lowest bucket with something in it; NaN where empty. */
    double lowest();

    /** Upper bound of the highest bucket with something in it; NaN where empty. */
    double highest();
  }

  public Distribution plus(Distribution o) {
    return new Distribution(
        count + o.count,
        sum + o.sum,
        least(min, o.min),
        greatest(max, o.max),
        buckets.plus(o.buckets));
  }

  /** What was observed since {@code earlier}; null after a reset. */
  Distribution minus(Distribution earlier) {
    Buckets grown = count < earlier.count ? null : buckets.minus(earlier.buckets);
    return grown == null
        ? null
        : new Distribution(count - earlier.count, sum - earlier.sum, Double.NaN, Double.NaN, grown);
  }

  Distribution times(double factor) {
    return factor == 1
        ? this
        : new Distribution(count * factor, sum * factor, min, max, buckets.times(factor));
  }

  /** Without min and max, which a cumulative point carries since its start. */
  Distribution withoutExtremes() {
    return new Distribution(count, sum, Double.NaN, Double.NaN, buckets);
  }

  private static double least(double a, double b) {
    return Double.isNaN(a) ? b : Double.isNaN(b) ? a : Math.min(a, b);
  }

  private static double greatest(double a, double b) {
    return Double.isNaN(a) ? b : Double.isNaN(b) ? a : Math.max(a, b);
  }
}
