package io.opencop.runtime.gateway.balance;

import io.opencop.runtime.gateway.routes.Limits;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/** One app's counts over all event loops; outlives new versions of the routes. */
public final class AppState {
  private final String name;
  private final AtomicInteger inFlight = new AtomicInteger();
  private final AtomicInteger waiting = new AtomicInteger();
  private final LongAdder requests = new LongAdder();
  private final LongAdder retries = new LongAdder();
  private final LongAdder failures = new LongAdder();
  private final LongAdder refusals = new LongAdder();
  private final RetryBudget budget = new RetryBudget();
  private final RateLimit rate = new RateLimit();

  AppState(String name) {
    this.name = name;
  }

  public String name() {
    return name;
  }

  /** Whether one more may be in progress; if so it is, until {@link #end}. */
  public boolean begin(Limits limits) {
    if (inFlight.incrementAndGet() > limits.maxInFlight()) {
      inFlight.decrementAndGet();
      refusals.increment();
      return false;
    }
    requests.increment();
    budget.request();
    return true;
  }

  public void end() {
    inFlight.decrementAndGet();
  }

  public boolean admit(Limits limits, long now) {
    boolean fits = rate.admit(limits.requestsPerSecond(), limits.burst(), now);
    if (!fits) {
      refusals.increment();
    }
    return fits;
  }

  /** Whether one more may be held; if so it is, until {@link #release}. */
  public boolean hold(Limits limits) {
    if (waiting.incrementAndGet() > limits.maxWaiting()) {
      waiting.decrementAndGet();
      refusals.increment();
      return false;
    }
    return true;
  }

  public void release() {
    waiting.decrementAndGet();
  }

  /** Whether a request that may have reached an instance may be sent again. */
  public boolean takeRetry() {
    return budget.take();
  }

  public void retried() {
    retries.increment();
  }

  /** A request was answered with an error of the gateway's own. */
  public void failed() {
    failures.increment();
  }

  public int inFlight() {
    return inFlight.get();
  }

  public int waiting() {
    return waiting.get();
  }

  public long requests() {
    return requests.sum();
  }

  public long retries() {
    return retries.sum();
  }

  public long failures() {
    return failures.sum();
  }

  public long refusals() {
    return refusals.sum();
  }
}
