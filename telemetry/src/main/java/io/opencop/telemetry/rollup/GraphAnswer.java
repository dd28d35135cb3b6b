package io.opencop.telemetry.rollup;

import io.opencop.model.TimeRange;
import io.opencop.telemetry.assemble.Peer;
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

  private final RollupView view;
  private final Map<String, Graph.Node> nodes = new LinkedHashMap<>();
  private final Map<List<String>, Summed> edges = new LinkedHashMap<>();

  private record Summed(RedSum sum, double share, String protocol, boolean async) {}

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
  static RedSum fromUser(RollupView view, TimeRange range) {
    GraphAnswer graph = new GraphAnswer(view);
    graph.calls(range);
    graph.arrivals(range);
    RedSum sum = new RedSum();
    for (var e : graph.edges.entrySet()) {
      if (e.getKey().get(0).equals(USER)) {
        sum = sum.plus(1, e.getValue().sum(), e.getValue().share());
      }
    }
    return sum;
  }

  private Graph build(TimeRange range, String service) {
    double seconds = range.length().toNanos() / 1e9;
    serviceNodes(range, seconds);
    calls(range);
    arrivals(range);
    List<Graph.Edge> out = new ArrayList<>();
    edges.forEach((ends, s) ->
        out.add(
            new Graph.Edge(
                ends.get(0),
                ends.get(1),
                s.protocol(),
                s.sum().red(s.share(), seconds),
                s.async())));
    if (service == null) {
      return new Graph(List.copyOf(nodes.values()), out);
    }
    String id = "service:" + service;
    out.removeIf(e -> !e.from().equals(id) && !e.to().equals(id));
    Set<String> near = new HashSet<>(List.of(id));
    out.forEach(e -> near.addAll(List.of(e.from(), e.to())));
    return new Graph(nodes.values().stream().filter(n -> near.contains(n.id())).toList(), out);
  }

  private void serviceNodes(TimeRange range, double seconds) {
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
            "service:" + name,
            new Graph.Node(
                "service:" + name,
                "service",
                name,
                null,
                sum.red(seconds),
                instances.getOrDefault(name, Set.of()).size())));
  }

  private void calls(TimeRange range) {
    Map<EdgeKey, RedSum> sums = new LinkedHashMap<>();
    view.scanEdges(
        range,
        (k, b, c) ->
            sums.computeIfAbsent(
                    new EdgeKey(k.service(), k.peer(), k.inbound(), false), x -> new RedSum())
                .add(b, c, k.error()));
    Targets targets = new Targets(view);
    sums.forEach((key, sum) -> {
      String from = "service:" + key.service();
      Peer peer = key.peer();
      Map<String, Double> shares = peer.resolvable() ? targets.of(key.service(), peer) : Map.of();
      shares.forEach((to, share) -> {
        String node = "service:" + to;
        nodes.computeIfAbsent(node, n -> new Graph.Node(n, "service", to, null, null, 0));
        edge(from, node, sum, share, peer.system());
      });
      if (shares.isEmpty()) {
        String node = peerNode(peer);
        edge(key.inbound() ? node : from, key.inbound() ? from : node, sum, 1, peer.system());
      }
    });
  }

  /** Traffic from outside, and traffic whose caller sends no telemetry of its own. */
  private void arrivals(TimeRange range) {
    Set<String> called = new HashSet<>();
    edges.keySet().stream()
        .filter(ends -> ends.get(0).startsWith("service:"))
        .forEach(ends -> called.add(ends.get(1)));
    Map<String, RedSum> sums = new TreeMap<>();
    view.scanRed(
        range,
        (k, b, c) -> {
          boolean unseenCaller =
              k.kind().equals("server") && !called.contains("service:" + k.service());
          if ((k.root() && k.kind().equals("server")) || unseenCaller) {
            sums.computeIfAbsent(k.service(), s -> new RedSum()).add(b, c, k.error());
          }
        });
    if (!sums.isEmpty()) {
      nodes.put(USER, new Graph.Node(USER, "user", USER, null, null, 0));
    }
    sums.forEach((service, sum) -> edge(USER, "service:" + service, sum, 1, "http"));
  }

  private String peerNode(Peer peer) {
    String id = peer.nodeId();
    nodes.computeIfAbsent(
        id, i -> new Graph.Node(i, peer.nodeKind(), peer.name(), peer.system(), null, 0));
    return id;
  }

  private void edge(String from, String to, RedSum sum, double share, String protocol) {
    boolean async = from.startsWith("queue:") || to.startsWith("queue:");
    List<String> ends = List.of(from, to);
    Summed before = edges.get(ends);
    edges.put(
        ends,
        before == null
            ? new Summed(sum, share, protocol, async)
            : new Summed(before.sum().plus(before.share(), sum, share), 1, protocol, async));
  }
}
