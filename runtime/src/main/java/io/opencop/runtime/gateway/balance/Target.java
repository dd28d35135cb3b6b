package io.opencop.runtime.gateway.balance;

import io.opencop.runtime.gateway.routes.Upstream;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/** One endpoint as the gateway has come to know it; outlives new versions of the routes. */
public final class Target {
  private final Upstream upstream;
  private final AtomicInteger inFlight = new AtomicInteger();
  private final LongAdder requests = new LongAdder();
  private final LongAdder failures = new LongAdder();
  private final Ejection ejection = new Ejection();

  Target(Upstream upstream) {
    this.upstream = upstream;
  }

  public Upstream upstream() {
    return upstream;
  }

  /** A request is given to it. Each of these has one {@link #end}. */
  public void begin() {
    inFlight.incrementAndGet();
    requests.increment();
  }

  public void end() {
    inFlight.decrementAndGet();
  }

  public int inFlight() {
    return inFlight.get();
  }

  public long requests() {
    return requests.sum();
  }

  public long failures() {
    return failures.sum();
  }

  public long ejectedMs(long now) {
    return ejection.leftMs(now);
  }

  boolean ejected(long now) {
    return ejection.out(now);
  }

  Ejection ejection() {
    return ejection;
  }

  void countFailure() {
    failures.increment();
  }
}
