package io.opencop.server.auth;

import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Ten tries to sign in at once from one address, then one every six seconds. What is guessed is
 * random and long, so this protects the log and the processor more than the door.
 */
public final class SignInLimit {
  private static final int BURST = 10;
  private static final long PERIOD_NANOS = 6_000_000_000L;
  private static final int MOST_ADDRESSES = 10_000;

  private final LongSupplier nanos;

  /** By address: until when the tries so far are paid for (a leaky bucket in one number). */
  private final Map<String, Long> paidUntil = new HashMap<>();

  public SignInLimit(LongSupplier nanos) {
    this.nanos = nanos;
  }

  /** Seconds to wait before the next try; 0 where this one is allowed, and then it counts. */
  public synchronized long seconds(String address) {
    long now = nanos.getAsLong();
    if (paidUntil.size() >= MOST_ADDRESSES) {
      paidUntil.values().removeIf(until -> until - now <= 0);
    }
    long until = Math.max(now, paidUntil.getOrDefault(address, now));
    long ahead = until - now - (BURST - 1) * PERIOD_NANOS;
    if (ahead > 0) {
      return Math.max(1, ahead / 1_000_000_000L);
    }
    paidUntil.put(address, until + PERIOD_NANOS);
    return 0;
  }
}
