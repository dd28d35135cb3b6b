package io.opencop.model;

import java.time.Duration;
import java.time.Instant;

/** A half-open span of time: {@code from} belongs to it, {@code to} does not. */
public record TimeRange(Instant from, Instant to) {
  public TimeRange {
    if (!from.isBefore(to)) {
      throw new IllegalArgumentException("from must be before to: " + from + " .. " + to);
    }
  }

  /** The range of the given length that ends at {@code to}. */
  public static TimeRange last(Duration length, Instant to) {
    return new TimeRange(to.minus(length), to);
  }

  public boolean contains(Instant t) {
    return !t.isBefore(from) && t.isBefore(to);
  }

  public Duration length() {
    return Duration.between(from, to);
  }
}
