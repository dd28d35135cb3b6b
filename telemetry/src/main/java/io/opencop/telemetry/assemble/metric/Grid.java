package io.opencop.telemetry.assemble.metric;

import io.opencop.model.TimeRange;
import io.opencop.telemetry.assemble.Nanos;
import io.opencop.telemetry.assemble.Steps;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The steps of an answer, in nanoseconds, cut to the range. */
final class Grid {
  final List<Instant> times;
  private final long first;
  private final long step;
  private final long from;
  private final long to;

  /** Takes a part of an increase. */
  interface Taker {
    /**
     * @param fraction of the increase
     * @param seconds of the step it covers
     */
    void take(int step, double fraction, double seconds);
  }

  Grid(TimeRange range, Duration step) {
    this.times = Steps.times(range, step);
    this.first = Nanos.of(times.getFirst());
    this.step = step.toNanos();
    this.from = Nanos.of(range.from());
    this.to = Nanos.of(range.to());
  }

  int size() {
    return times.size();
  }

  /** The step that holds {@code time}; -1 outside the range. */
  int at(long time) {
    return time < from || time >= to ? -1 : (int) ((time - first) / step);
  }

  /** Divides what happened in {@code (start, end]} among the steps in proportion to time. */
  void spread(long start, long end, Taker taker) {
    if (start >= end) {
      int i = at(end);
      if (i >= 0) {
        taker.take(i, 1, (high(i) - low(i)) / 1e9);
      }
      return;
    }
    if (end <= from || start >= to) {
      return;
    }
    int last = (int) ((Math.min(end, to) - 1 - first) / step);
    for (int i = (int) ((Math.max(start, from) - first) / step); i <= last; i++) {
      long overlap = Math.min(end, high(i)) - Math.max(start, low(i));
      if (overlap > 0) {
        taker.take(i, (double) overlap / (end - start), overlap / 1e9);
      }
    }
  }

  private long low(int i) {
    return Math.max(from, first + i * step);
  }

  private long high(int i) {
    return Math.min(to, first + (i + 1) * step);
  }
}
