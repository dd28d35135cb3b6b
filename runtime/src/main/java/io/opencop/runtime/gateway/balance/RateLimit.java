package io.opencop.runtime.gateway.balance;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** So many a second, and a burst above it (a leaky bucket kept as the time it will be empty). */
final class RateLimit {
  private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

  private final AtomicLong emptyAt = new AtomicLong(Long.MIN_VALUE);

  /**
   * Whether one more fits now.
   *
   * @param perSecond 0 for no limit
   * @param now of System.nanoTime
   */
  boolean admit(int perSecond, int burst, long now) {
    if (perSecond == 0) {
      return true;
    }
    long each = SECOND / perSecond;
    while (true) {
      long was = emptyAt.get();
      long from = was == Long.MIN_VALUE || was - now < 0 ? now : was;
      if (from - now > each * (burst - 1L)) {
        return false;
      }
      if (emptyAt.compareAndSet(was, from + each)) {
        return true;
      }
    }
  }
}
