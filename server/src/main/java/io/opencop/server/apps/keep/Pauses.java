package io.opencop.server.apps.keep;

import java.time.Duration;

/**
 * What dies is started again at once; what dies again and again after 1, 2, 4 … seconds, up to a
 * minute.
 */
final class Pauses {
  private static final long LONGEST_SECONDS = 60;
  private static final Duration FORGIVEN = Duration.ofMinutes(2);

  private int deaths;
  private long untilNanos = System.nanoTime();

  /** After a life of that length. */
  void died(Duration lived) {
    if (lived.compareTo(FORGIVEN) >= 0) {
      deaths = 0;
    }
    long seconds = deaths == 0 ? 0 : Math.min(LONGEST_SECONDS, 1L << Math.min(deaths - 1, 6));
    deaths++;
    untilNanos = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
  }

  boolean over() {
    return System.nanoTime() - untilNanos >= 0;
  }
}
