package io.opencop.runtime.gateway.balance;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Retries may be a fifth of all requests, so that they never make an overload worse. What was not
 * used is kept for the moment an instance dies with everything it had in progress.
 */
final class RetryBudget {
  private static final long RETRY = 5;
  private static final long REQUEST = 1;
  private static final long START = 20 * RETRY;
  private static final long MOST = 2000 * RETRY;

  private final AtomicLong tokens = new AtomicLong(START);

  void request() {
    if (tokens.get() < MOST) {
      tokens.addAndGet(REQUEST);
    }
  }

  boolean take() {
    if (tokens.addAndGet(-RETRY) >= 0) {
      return true;
    }
    tokens.addAndGet(RETRY);
    return false;
  }
}
