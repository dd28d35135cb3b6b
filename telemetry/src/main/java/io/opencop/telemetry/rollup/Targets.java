package io.opencop.telemetry.rollup;

import io.opencop.telemetry.assemble.Peer;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** Which services stand behind a peer's name, as shares that add up to 1. */
final class Targets {
  private final Map<String, Map<Peer, Map<String, Double>>> byClient = new HashMap<>();
  private final Map<Peer, Map<String, Double>> byPeer = new HashMap<>();

  Targets(RollupView view) {
    for (Rollup rollup : view.rollups()) {
      rollup
          .pairs()
          .forEach((pair, n) -> {
            byClient
                .computeIfAbsent(pair.client(), c -> new HashMap<>())
                .computeIfAbsent(pair.peer(), p -> new TreeMap<>())
                .merge(pair.server(), (double) n, Double::sum);
            byPeer
                .computeIfAbsent(pair.peer(), p -> new TreeMap<>())
                .merge(pair.server(), (double) n, Double::sum);
          });
    }
  }

  /** Empty where nobody was seen to answer. A name means the same to every client that uses it. */
  Map<String, Double> of(String client, Peer peer) {
    Map<String, Double> weights = byClient.getOrDefault(client, Map.of()).get(peer);
    if (weights == null && peer.kind() != Peer.Kind.OTHER) {
      weights = byPeer.get(peer);
    }
    if (weights == null) {
      return Map.of();
    }
    double total = weights.values().stream().mapToDouble(Double::doubleValue).sum();
    Map<String, Double> shares = new TreeMap<>();
    weights.forEach((service, n) -> shares.put(service, n / total));
    return shares;
  }
}
