package io.opencop.telemetry.rollup;

import io.opencop.model.TimeRange;
import io.opencop.telemetry.assemble.HealthChecks;
import io.opencop.telemetry.assemble.Peer;
import io.opencop.telemetry.assemble.PeerNodes;
import io.opencop.telemetry.query.Graph;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The service graph. An edge's counts are what the caller counted under the peer's name; which
 * service stands behind the name comes from the pairings, as weights where there are several. A
 * peer nobody answers for stays what it is: a database, a queue, an external host.
 */
public final class GraphAnswer {
  private static final String USER = "user";
  private static final String SERVICE = "service:";

  private final RollupView view;
  private final Map<String, Graph.Node> nodes = new LinkedHashMap<>();
  private final PeerNodes peers = new PeerNodes();
  private final Map<List<String>, Summed> edges = new LinkedHashMap<>();

  private record Summed(
      RedSum sum, double share, String protocol, boolean async, long healthChecks) {
    Summed plus(RedSum other, double otherShare, String otherProtocol) {
      String both = Graph.firstOf(protocol, otherProtocol);
      return new Summed(sum.plus(share, other, otherShare), 1, both, async, healthChecks);
    }
  }

  private GraphAnswer(RollupView view) {
    this.view = view;
  }

  public static Graph of(RollupView view, TimeRange range, String service) {
    return new GraphAnswer(view).build(range, service);
  }

  /**
   * The traffic from outside, as the edges from {@code user} count it: SERVER spans without parent,
   * and where no known service calls a service, all its SERVER spans.
   */
  static RedSum fromUser(RollupView view, TimeRange range, Map<RedKey, RedSum> byKey) {
    Set<String> called = new HashSet<>();
    Targets targets = new Targets(view);
    view.runs(
        Rollup::edge,
        view.keys().edge,
        range,
        (k, b, from, to) -> {
          if (k.peer().resolvable()) {
            called.addAll(targets.of(k.service(), k.peer()).keySet());
          }
        });
    RedSum sum = new RedSum();
    byKey.forEach((k, red) -> {
      if (arrives(k, called.contains(k.service()))) {
        sum.add(red);
      }
    });
    return sum;
  }

  /** Requests from outside, and those whose caller sends no telemetry of its own. */
  private static boolean arrives(RedKey key, boolean called) {
    return key.kind().equals("server") && (key.root() || !called);
  }

  private Graph build(TimeRange range, String service) {
    Seen seen = new Seen(view, range);
    serviceNodes(range, seen);
    calls(range);
    arrivals(range);
    peers.all().forEach(n -> nodes.put(n.id(), n));
    List<Graph.Edge> out = new ArrayList<>();
    edges.forEach((ends, s) ->
        out.add(
            new Graph.Edge(
                ends.get(0),
                ends.get(1),
                s.protocol(),
                s.sum().red(s.share(), seen.seconds(counter(ends))),
                s.async(),
                s.healthChecks())));
    if (service == null) {
      return new Graph(List.copyOf(nodes.values()), out);
    }
    String id = SERVICE + service;
    out.removeIf(e -> !e.from().equals(id) && !e.to().equals(id));
    Set<String> near = new HashSet<>(List.of(id));
    out.forEach(e -> near.addAll(List.of(e.from(), e.to())));
    return new Graph(nodes.values().stream().filter(n -> near.contains(n.id())).toList(), out);
  }

  private void serviceNodes(TimeRange range, Seen seen) {
    Map<String, RedSum> red = new TreeMap<>();
    Map<String, Set<String>> instances = new HashMap<>();
    view.scanVolume(
        range,
        (k, b, c) -> {
          if (k.what() != VolumeKey.What.SPANS) {
            return; // the graph is of traffic
          }
          red.computeIfAbsent(k.service(), s -> new RedSum());
          instances.computeIfAbsent(k.service(), s -> new HashSet<>()).add(k.instance());
        });
    view.scanRed(
        range,
        (k, b, c) -> red.computeIfAbsent(k.service(), s -> new RedSum()).add(b, c, k.error()));
    red.forEach((name, sum) ->
        nodes.put(
            SERVICE + name,
            new Graph.Node(
                SERVICE + name,
                "service",
                name,
                null,
                sum.red(seen.seconds(name)),
                instances.getOrDefault(name, Set.of()).size(),
                null,
                null)));
  }

  private void calls(TimeRange range) {
    Map<EdgeKey, RedSum> sums = new LinkedHashMap<>();
    view.runs(
        Rollup::edge,
        view.keys().edge,
        range,
        (k, b, first, end) ->
            sums.computeIfAbsent(
                    new EdgeKey(k.service(), k.peer(), k.inbound(), false), x -> new RedSum())
                .add(b, first, end, k.error()));
    Targets targets = new Targets(view);
    sums.forEach((key, sum) -> {
      String from = SERVICE + key.service();
      Peer peer = key.peer();
      Map<String, Double> shares = peer.resolvable() ? targets.of(key.service(), peer) : Map.of();
      shares.forEach((to, share) -> {
        String node = SERVICE + to;
        nodes.computeIfAbsent(node, n -> Graph.Node.of(n, "service", to, null));
        edge(from, node, sum, share, peer.system());
      });
      if (shares.isEmpty()) {
        String node = peers.add(peer);
        edge(key.inbound() ? node : from, key.inbound() ? from : node, sum, 1, peer.system());
      }
    });
  }

  /** Traffic from outside, and traffic whose caller sends no telemetry of its own. */
  private void arrivals(TimeRange range) {
    Set<String> called = new HashSet<>();
    edges.keySet().stream()
        .filter(ends -> ends.get(0).startsWith(SERVICE))
        .forEach(ends -> called.add(ends.get(1)));
    Map<String, RedSum> sums = new TreeMap<>();
    Map<String, Long> healthChecks = new HashMap<>();
    view.scanRed(
        range,
        (k, b, c) -> {
          if (arrives(k, called.contains(SERVICE + k.service()))) {
            sums.computeIfAbsent(k.service(), s -> new RedSum()).add(b, c, k.error());
            if (HealthChecks.is(k.operation())) {
              healthChecks.merge(k.service(), b.counts()[c], Long::sum);
            }
          }
        });
    if (!sums.isEmpty()) {
      nodes.put(USER, Graph.Node.of(USER, "user", USER, null));
    }
    sums.forEach((service, sum) -> {
      List<String> ends = List.of(USER, SERVICE + service);
      long checks = healthChecks.getOrDefault(service, 0L);
      edges.put(ends, new Summed(sum, 1, "http", false, checks));
    });
  }

  /** The service whose spans an edge was counted from. */
  private static String counter(List<String> ends) {
    String end = ends.get(0).startsWith(SERVICE) ? ends.get(0) : ends.get(1);
    return end.substring(SERVICE.length());
  }

  private void edge(String from, String to, RedSum sum, double share, String protocol) {
    boolean async = from.startsWith("queue:") || to.startsWith("queue:");
    List<String> ends = List.of(from, to);
    Summed before = edges.get(ends);
    edges.put(
        ends,
        before == null
            ? new Summed(sum, share, protocol, async, 0)
            : before.plus(sum, share, protocol));
  }
}
