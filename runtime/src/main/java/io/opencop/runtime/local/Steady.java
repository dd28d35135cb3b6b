package io.opencop.runtime.local;

import java.time.Instant;

/**
 * A clock that only goes forward and never jumps, for time-outs: somebody who sets the machine's
 * clock must not end what runs, nor stop it from being looked after.
 */
final class Steady {
  private final Instant base = Instant.now();
  private final long nanos = System.nanoTime();

  /** Differs from the time of day once that has been set. */
  Instant now() {
    return base.plusNanos(System.nanoTime() - nanos);
  }
}
