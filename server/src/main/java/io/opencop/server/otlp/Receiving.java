package io.opencop.server.otlp;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The requests whose bodies are still arriving. One sweep over them replaces a timer per request,
 * which would cost more than the request.
 */
public final class Receiving {
  private final Set<Exchange> open = ConcurrentHashMap.newKeySet();
  private final long timeoutNanos;

  public Receiving(Duration timeout) {
    this.timeoutNanos = timeout.toNanos();
  }

  void add(Exchange exchange) {
    open.add(exchange);
  }

  void remove(Exchange exchange) {
    open.remove(exchange);
  }

  public int count() {
    return open.size();
  }

  /** Refuses what has been arriving for too long; call it about every second. */
  public void sweep() {
    long now = System.nanoTime();
    for (Exchange exchange : open) {
      if (now - exchange.startedNanos() > timeoutNanos) {
        exchange.expire();
      }
    }
  }
}
