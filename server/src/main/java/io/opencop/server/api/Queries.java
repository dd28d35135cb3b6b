package io.opencop.server.api;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Lets so many questions at a time to the store; the others wait, and not for ever. */
final class Queries {
  private final Semaphore free;
  private final long waitMillis;

  Queries(int atATime, Duration wait) {
    this.free = new Semaphore(atATime, true);
    this.waitMillis = wait.toMillis();
  }

  Endpoint limited(Endpoint endpoint) {
    return call -> {
      acquire();
      try {
        return endpoint.answer(call);
      } finally {
        free.release();
      }
    };
  }

  private void acquire() {
    boolean got;
    try {
      got = free.tryAcquire(waitMillis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      got = false;
    }
    if (!got) {
      throw new ProblemException(503, ApiMessage.BUSY.with(), Map.of("retry-after", "2"));
    }
  }
}
