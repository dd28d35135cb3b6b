package io.opencop.runtime.local;

import java.time.Duration;
import java.time.Instant;

/**
 * How long a crashed instance waits: not at all the first time, then 1, 2, 4 … seconds up to five
 * minutes; from the start again after ten minutes of running (Kubernetes has the same bounds and
 * begins at ten seconds, which a person at a laptop would take for a fault).
 *
 * @param crashes in a row
 * @param until nothing is started before
 */
record Backoff(int crashes, Instant until) {
  static final Backoff NONE = new Backoff(0, Instant.MIN);

  private static final Duration LONGEST = Duration.ofMinutes(5);
  private static final Duration FORGIVEN = Duration.ofMinutes(10);

  /** After a crash of an instance that ran so long. */
  Backoff crashed(Instant now, Duration ran) {
    if (ran.compareTo(FORGIVEN) >= 0) {
      return new Backoff(1, now);
    }
    Duration pause =
        crashes == 0 ? Duration.ZERO : Duration.ofSeconds(1L << Math.min(crashes - 1, 10));
    return new Backoff(crashes + 1, now.plus(pause.compareTo(LONGEST) > 0 ? LONGEST : pause));
  }

  boolean waits(Instant now) {
    return now.isBefore(until);
  }
}
