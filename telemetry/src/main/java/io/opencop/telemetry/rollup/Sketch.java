package io.opencop.telemetry.rollup;

import java.util.Arrays;

/**
 * A mergeable latency sketch: how many values fell into each of {@link Buckets}. Percentiles are
 * within 0.8 % of a value that was really seen. Used while answering; stored cells keep the compact
 * form of {@link SketchCodec}.
 */
public final class Sketch {
  private long[] counts = new long[256];
  private int base = -1;
  private long total;

  public long total() {
    return total;
  }

  public void add(int bucket, long count) {
    reach(bucket);
    counts[bucket - base] += count;
    total += count;
  }

  /** How many values fell into the bucket. */
  public long count(int bucket) {
    int i = bucket - base;
    return base < 0 || i < 0 || i >= counts.length ? 0 : counts[i];
  }

  /**
   * The value in milliseconds below which a share {@code q} of the values lie; null where there are
   * none.
   *
   * @param q 0..1
   */
  public Double quantileMs(double q) {
    if (total == 0) {
      return null;
    }
    long rank = Math.max(1, (long) Math.ceil(q * total));
    long seen = 0;
    for (int i = 0; i < counts.length; i++) {
      seen += counts[i];
      if (seen >= rank) {
        return Buckets.middle(base + i) / 1e6;
      }
    }
    throw new IllegalStateException("sketch lost values: " + seen + " of " + total);
  }

  /** Visits the buckets that hold something, in ascending order. */
  public void forEach(Visitor visitor) {
    for (int i = 0; i < counts.length; i++) {
      if (counts[i] != 0) {
        visitor.bucket(base + i, counts[i]);
      }
    }
  }

  /** Sees one bucket and its count. */
  @FunctionalInterface
  public interface Visitor {
    void bucket(int index, long count);
  }

  private void reach(int bucket) {
    if (base < 0) {
      base = Math.max(0, bucket - counts.length / 2);
    }
    if (bucket < base) {
      int grow = Math.max(base - bucket, Math.min(base, counts.length));
      long[] wider = new long[counts.length + grow];
      System.arraycopy(counts, 0, wider, grow, counts.length);
      counts = wider;
      base -= grow;
    } else if (bucket - base >= counts.length) {
      counts = Arrays.copyOf(counts, Math.max(bucket - base + 1, counts.length * 2));
    }
  }
}
