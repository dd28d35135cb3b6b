package io.opencop.runtime.gateway.telemetry;

/** How long requests took, in the buckets of the semantic conventions. */
final class Durations {
  /** Seconds; http.server.request.duration, advisory. */
  static final double[] BOUNDS = {
    0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10
  };

  private static final double NANOS = 1e9;

  final long[] buckets = new long[BOUNDS.length + 1];
  long count;
  double sum;

  void add(long nanos) {
    double seconds = nanos / NANOS;
    int i = 0;
    while (i < BOUNDS.length && seconds > BOUNDS[i]) {
      i++;
    }
    buckets[i]++;
    count++;
    sum += seconds;
  }

  void add(Durations other) {
    for (int i = 0; i < buckets.length; i++) {
      buckets[i] += other.buckets[i];
    }
    count += other.count;
    sum += other.sum;
  }
}
