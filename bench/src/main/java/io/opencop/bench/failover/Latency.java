package io.opencop.bench.failover;

import java.util.concurrent.atomic.AtomicLongArray;

/** How long answers took, in steps of 5 %; written by one thread, read by another. */
final class Latency {
  private static final double STEP = Math.log(1.05);
  private static final double LEAST_NANOS = 10_000;

  private final AtomicLongArray counts = new AtomicLongArray(400);

  void add(long nanos) {
    int step = (int) (Math.log(Math.max((double) nanos, LEAST_NANOS) / LEAST_NANOS) / STEP);
    counts.incrementAndGet(Math.min(step, counts.length() - 1));
  }

  /** In milliseconds; NaN of none. */
  double ms(double part) {
    long all = 0;
    for (int i = 0; i < counts.length(); i++) {
      all += counts.get(i);
    }
    long before = 0;
    for (int i = 0; i < counts.length(); i++) {
      before += counts.get(i);
      if (before > 0 && before >= part * all) {
        return LEAST_NANOS * Math.exp((i + 0.5) * STEP) / 1e6;
      }
    }
    return Double.NaN;
  }
}
