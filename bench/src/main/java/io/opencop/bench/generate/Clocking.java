package io.opencop.bench.generate;

import java.time.Instant;

/** When the data of a request is said to have happened. */
public final class Clocking {
  private Clocking() {}

  /** Unix nanoseconds of request {@code number}. */
  @FunctionalInterface
  public interface Clock {
    long nanos(long number);
  }

  /** Requests follow each other in steps, the first one at {@code start}. */
  public static Clock steps(Instant start, long stepNanos) {
    long first = nanos(start);
    return number -> first + number * stepNanos;
  }

  /** The moment it is sent. Not reproducible: the same number sent again is another request. */
  public static Clock now() {
    return _ -> nanos(Instant.now());
  }

  /** Every {@code round} requests share a time: all series are exported together. */
  public static Clock rounds(Instant start, long stepNanos, int round) {
    long first = nanos(start);
    return number -> first + number / round * stepNanos;
  }

  private static long nanos(Instant at) {
    return at.getEpochSecond() * 1_000_000_000L + at.getNano();
  }
}
