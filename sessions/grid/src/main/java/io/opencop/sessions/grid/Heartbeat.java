package io.opencop.sessions.grid;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Whether a member's process still does anything, by the time its status file was written or
 * touched. A process that is stopped or hangs is alive to the system and says READY for ever.
 */
final class Heartbeat {
  /** Whoever looks so seldom (or stood still himself) has no opinion. */
  private static final long GAP = TimeUnit.SECONDS.toNanos(5);

  private long beat;
  private long since;
  private long looked;
  private boolean any;

  /**
   * @param now what the file's time is now; 0 where there is none
   * @param nanos of this machine's steady clock
   * @return whether it has been the same for longer than the patience
   */
  boolean silent(long now, long nanos, Duration patience) {
    if (!any || now != beat || nanos - looked > GAP) {
      any = true;
      beat = now;
      since = nanos;
    }
    looked = nanos;
    return nanos - since > patience.toNanos();
  }
}
