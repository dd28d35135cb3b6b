package io.opencop.runtime.gateway.balance;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Takes an endpoint out of the choice for a while when it only fails: 1 s, then 2, 4 … 32 s while
 * it goes on failing. One success makes it as good as new.
 */
final class Ejection {
  /** A server error may be the request's fault, so it takes some; a refused connection may not. */
  static final int ERRORS = 5;

  private static final long FIRST = TimeUnit.SECONDS.toNanos(1);
  private static final int MOST_DOUBLINGS = 5;

  private final AtomicInteger errorsInRow = new AtomicInteger();
  private volatile int times;
  private volatile long until;
  private volatile boolean ever;

  void succeeded() {
    // Read before write: the line stays shared between the processors while all is well.
    if (errorsInRow.get() != 0) {
      errorsInRow.set(0);
    }
    if (times != 0) {
      times = 0;
      ever = false;
    }
  }

  /** Whether it is time to eject. */
  boolean failed() {
    return errorsInRow.incrementAndGet() >= ERRORS;
  }

  synchronized void eject(long now) {
    if (out(now)) {
      return; // requests that were under way together count as one failure
    }
    until = now + (FIRST << Math.min(times, MOST_DOUBLINGS));
    times++;
    ever = true;
    errorsInRow.set(0);
  }

  boolean out(long now) {
    return ever && until - now > 0;
  }

  long leftMs(long now) {
    return out(now) ? TimeUnit.NANOSECONDS.toMillis(until - now) : 0;
  }
}
