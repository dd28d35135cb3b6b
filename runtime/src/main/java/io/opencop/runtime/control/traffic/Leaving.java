package io.opencop.runtime.control.traffic;

import io.opencop.runtime.gateway.routes.AppRoutes;
import io.opencop.runtime.gateway.routes.Routes;
import io.opencop.runtime.gateway.routes.Upstream;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Since which revision of the routes an address gets no new requests. */
final class Leaving {
  /** A revision that the gateway has not read within so many milliseconds it never will. */
  private static final long LONGEST = 3_600_000;

  private final Map<String, Long> since = new HashMap<>();
  private Set<String> draining = Set.of();
  private Set<String> served = Set.of();

  /** Whether somebody leaves by these routes who did not before. */
  synchronized boolean published(Routes routes) {
    Set<String> ready = new HashSet<>();
    Set<String> leaves = new HashSet<>();
    for (AppRoutes app : routes.apps()) {
      for (Upstream upstream : app.endpoints()) {
        boolean serves = upstream.state() == Upstream.State.READY;
        (serves ? ready : leaves).add(upstream.host() + ":" + upstream.port());
      }
    }
    Set<String> fresh = new HashSet<>(served);
    fresh.addAll(leaves);
    fresh.removeAll(ready);
    fresh.removeAll(since.keySet());
    since.keySet().removeAll(ready);
    fresh.forEach(address -> since.put(address, routes.revision()));
    served = ready;
    draining = leaves;
    return !fresh.isEmpty();
  }

  synchronized Optional<Long> since(String address) {
    return Optional.ofNullable(since.get(address));
  }

  synchronized boolean any() {
    return !draining.isEmpty();
  }

  /** Those that are in no routes any more, when the gateway has read as much long ago. */
  synchronized void forget(long revision) {
    since
        .entrySet()
        .removeIf(e -> !draining.contains(e.getKey()) && e.getValue() + LONGEST < revision);
  }
}
