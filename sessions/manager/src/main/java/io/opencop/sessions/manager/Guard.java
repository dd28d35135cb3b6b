package io.opencop.sessions.manager;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import java.util.function.Supplier;

/**
 * Lets calls through to the grid. After several failures in a row only one call in a while finds
 * out whether it is back; the others are told at once instead of each waiting for its time-out.
 */
final class Guard {
  private static final int IN_A_ROW = 3;
  private static final long TRY_EVERY_NANOS = TimeUnit.MILLISECONDS.toNanos(250);
  private static final long NAP_MILLIS = 25;

  private final AtomicInteger failures = new AtomicInteger();
  private final AtomicLong nextTry = new AtomicLong();
  private final AtomicLong downSince = new AtomicLong();
  private final LongConsumer outage;
  private volatile SessionsUnavailableException last;

  /**
   * @param outage is told how long one lasted, in nanoseconds, when it is over
   */
  Guard(LongConsumer outage) {
    this.outage = outage;
  }

  /** Whether the last call came through. */
  boolean up() {
    return failures.get() == 0;
  }

  /** Why it did not; null where it did. */
  SessionsUnavailableException why() {
    return up() ? null : last;
  }

  /**
   * @param patience how long to try again; zero: once
   */
  <T> T call(Duration patience, Supplier<T> operation) {
    long until = System.nanoTime() + patience.toNanos();
    while (true) {
      if (mayTry()) {
        try {
          T answer = operation.get();
          if (failures.get() != 0) {
            failures.set(0);
            over();
          }
          return answer;
        } catch (SessionsUnavailableException e) {
          last = e;
          downSince.compareAndSet(0, System.nanoTime() | 1);
          failures.incrementAndGet();
          nextTry.set(System.nanoTime() + TRY_EVERY_NANOS);
        }
      }
      if (System.nanoTime() - until >= 0) {
        throw last;
      }
      nap();
    }
  }

  private void over() {
    long since = downSince.getAndSet(0);
    if (since != 0) {
      outage.accept(System.nanoTime() - since);
    }
  }

  private boolean mayTry() {
    if (failures.get() < IN_A_ROW) {
      return true;
    }
    long due = nextTry.get();
    long now = System.nanoTime();
    return now - due >= 0 && nextTry.compareAndSet(due, now + TRY_EVERY_NANOS);
  }

  private void nap() {
    try {
      TimeUnit.MILLISECONDS.sleep(NAP_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SessionsUnavailableException("interrupted", e);
    }
  }
}
