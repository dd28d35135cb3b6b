package io.opencop.telemetry.rollup;

import io.opencop.telemetry.query.Red;
import io.opencop.telemetry.query.RedPoint;
import java.time.Instant;

/** Adds up cells into RED. */
final class RedSum {
  private final Sketch sketch = new Sketch();
  private long count;
  private long errors;
  private long sumNanos;

  void add(CellBlock block, int cell, boolean error) {
    count += block.counts()[cell];
    sumNanos += block.sums()[cell];
    if (error) {
      errors += block.counts()[cell];
    }
    block.sketch(cell, sketch);
  }

  /** Adds the cells {@code from} to {@code to}, exclusive. */
  void add(CellBlock block, int from, int to, boolean error) {
    for (int cell = from; cell < to; cell++) {
      add(block, cell, error);
    }
  }

  void add(RedSum other) {
    count += other.count;
    errors += other.errors;
    sumNanos += other.sumNanos;
    other.sketch.forEach(sketch::add);
  }

  /** Both together, each counted by its share. */
  RedSum plus(double share, RedSum other, double otherShare) {
    RedSum sum = new RedSum();
    sum.count = Math.round(count * share) + Math.round(other.count * otherShare);
    sum.errors = Math.round(errors * share) + Math.round(other.errors * otherShare);
    sum.sumNanos = Math.round(sumNanos * share) + Math.round(other.sumNanos * otherShare);
    sketch.forEach(sum.sketch::add);
    other.sketch.forEach(sum.sketch::add);
    return sum;
  }

  long count() {
    return count;
  }

  long errors() {
    return errors;
  }

  Double p95Ms() {
    return sketch.quantileMs(0.95);
  }

  double errorRatio() {
    return count == 0 ? 0 : (double) errors / count;
  }

  /**
   * @param share of the counts that is meant, 1 for all; percentiles do not change
   * @param seconds length of the range, for the rate
   */
  Red red(double share, double seconds) {
    long n = Math.round(count * share);
    long e = Math.min(n, Math.round(errors * share));
    Double avg = count == 0 ? null : sumNanos / 1e6 / count;
    return new Red(
        n,
        e,
        n / seconds,
        errorRatio(),
        avg,
        sketch.quantileMs(0.5),
        sketch.quantileMs(0.95),
        sketch.quantileMs(0.99));
  }

  Red red(double seconds) {
    return red(1, seconds);
  }

  RedPoint point(Instant time) {
    return new RedPoint(
        time,
        count,
        errors,
        sketch.quantileMs(0.5),
        sketch.quantileMs(0.95),
        sketch.quantileMs(0.99));
  }
}
