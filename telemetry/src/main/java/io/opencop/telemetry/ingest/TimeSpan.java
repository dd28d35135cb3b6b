package io.opencop.telemetry.ingest;

/** The first and the last time of some rows, nanoseconds since the epoch. */
public final class TimeSpan {
  private long min = Long.MAX_VALUE;
  private long max = Long.MIN_VALUE;

  void add(long nanos) {
    if (nanos < min) {
      min = nanos;
    }
    if (nanos > max) {
      max = nanos;
    }
  }

  public long min() {
    return min;
  }

  public long max() {
    return max;
  }
}
