package io.opencop.telemetry.memory;

import io.opencop.model.TimeRange;
import io.opencop.telemetry.assemble.HealthChecks;
import io.opencop.telemetry.assemble.Peer;
import io.opencop.telemetry.assemble.PeerNodes;
import io.opencop.telemetry.assemble.Steps;
import io.opencop.telemetry.query.Graph;
import io.opencop.telemetry.query.Graph.Edge;
import io.opencop.telemetry.query.Graph.Node;
import io.opencop.telemetry.query.Red;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The service graph, by looking at every call and who answered it. */
final class MemoryGraph {
  static final String USER = "user";

  private record Ends(String from, String to) {}

  private record Call(Items.Span span, String protocol) {}

  private final Items all;
  private final MemoryServices services;
  private final TimeRange range;
  private final PeerNodes peers = new PeerNodes();
  private final Map<String, Node> nodes = new TreeMap<>();
  private final Map<Ends, List<Call>> edges = new LinkedHashMap<>();

  /** Who answered a client span: by trace and span id. */
  private final Map<String, String> answered = new HashMap<>();

  /** Who answers behind a peer, as one client saw it, and as all did. */
  private final Map<List<Object>, Map<String, Long>> targets = new HashMap<>();

  MemoryGraph(Items all, MemoryServices services, TimeRange asked) {
    this.all = all;
    this.services = services;
    this.range = Steps.widen(asked);
    learn();
    serviceNodes();
    calls();
    arrivals();
    peers.all().forEach(this::node);
  }

  Graph graph(String service) {
    String id = "service:" + service;
    List<Edge> shown = new ArrayList<>();
    Set<String> near = new HashSet<>(Set.of(id));
    edges.forEach((ends, calls) -> {
      if (service == null || ends.from().equals(id) || ends.to().equals(id)) {
        near.add(ends.from());
        near.add(ends.to());
        shown.add(edge(ends, calls));
      }
    });
    return new Graph(
        nodes.values().stream().filter(n -> service == null || near.contains(n.id())).toList(),
        shown);
  }

  /** The entry traffic. */
  List<Items.Span> fromUser() {
    return edges.entrySet().stream()
        .filter(e -> e.getKey().from().equals(USER))
        .flatMap(e -> e.getValue().stream().map(Call::span))
        .toList();
  }

  private void learn() {
    Map<String, List<Items.Span>> servers =
        all.spans.stream()
            .filter(s -> s.row().kind().equals("server") && !s.root())
            .collect(Collectors.groupingBy(s -> s.traceId() + s.row().parentSpanId()));
    for (Items.Span s : all.spans) {
      Peer peer = s.row().kind().equals("client") ? peer(s) : null;
      if (peer != null && peer.resolvable()) {
        for (Items.Span server : servers.getOrDefault(id(s), List.of())) {
          String target = server.row().service();
          answered.put(id(s), target);
          count(List.of(s.row().service(), peer), target);
          count(List.of(peer), target);
        }
      }
    }
  }

  private void count(List<Object> who, String target) {
    targets.computeIfAbsent(who, w -> new TreeMap<>()).merge(target, 1L, Long::sum);
  }

  private void serviceNodes() {
    Map<String, List<Items.Span>> entries = new TreeMap<>();
    Map<String, Set<String>> instances = new HashMap<>();
    for (Items.Span s : all.spans) {
      if (MemoryServices.in(range, s.start())) {
        List<Items.Span> e = entries.computeIfAbsent(s.row().service(), x -> new ArrayList<>());
        if (s.entry()) {
          e.add(s);
        }
        instances
            .computeIfAbsent(s.row().service(), x -> new HashSet<>())
            .add(MemoryServices.instance(s.row().resource()));
      }
    }
    entries.forEach((name, e) ->
        node(
            new Node(
                "service:" + name,
                "service",
                name,
                null,
                red(e, name),
                instances.get(name).size(),
                null,
                null)));
  }

  private void calls() {
    for (Items.Span s : all.spans) {
      Peer peer = MemoryServices.in(range, s.start()) ? peer(s) : null;
      if (peer == null) {
        continue;
      }
      String service = "service:" + s.row().service();
      String target = target(s, peer);
      if (target != null) {
        node(Node.of("service:" + target, "service", target, null));
        add(service, "service:" + target, s, peer.system());
        continue;
      }
      peers.add(peer);
      if (s.row().kind().equals("consumer")) {
        add(peer.nodeId(), service, s, peer.system());
      } else {
        add(service, peer.nodeId(), s, peer.system());
      }
    }
  }

  /** Null where nobody was ever seen to answer behind this peer. */
  private String target(Items.Span s, Peer peer) {
    if (!peer.resolvable()) {
      return null;
    }
    String own = answered.get(id(s));
    Map<String, Long> seen = targets.get(List.of(s.row().service(), peer));
    if (seen == null && peer.kind() != Peer.Kind.OTHER) {
      seen = targets.get(List.of(peer));
    }
    if (own != null || seen == null) {
      return own;
    }
    return seen.entrySet().stream()
        .max(Comparator.comparingLong(Map.Entry::getValue))
        .map(Map.Entry::getKey)
        .orElseThrow();
  }

  private void arrivals() {
    Set<String> called =
        edges.keySet().stream()
            .filter(e -> e.from().startsWith("service:"))
            .map(Ends::to)
            .collect(Collectors.toSet());
    for (Items.Span s : all.spans) {
      String service = "service:" + s.row().service();
      if (MemoryServices.in(range, s.start())
          && s.row().kind().equals("server")
          && (s.root() || !called.contains(service))) {
        node(Node.of(USER, "user", USER, null));
        add(USER, service, s, "http");
      }
    }
  }

  private void add(String from, String to, Items.Span s, String protocol) {
    edges.computeIfAbsent(new Ends(from, to), e -> new ArrayList<>()).add(new Call(s, protocol));
  }

  private void node(Node n) {
    nodes.putIfAbsent(n.id(), n);
  }

  private Edge edge(Ends ends, List<Call> calls) {
    boolean async = ends.from().startsWith("queue:") || ends.to().startsWith("queue:");
    return new Edge(
        ends.from(),
        ends.to(),
        calls.stream().map(Call::protocol).reduce(null, Graph::firstOf),
        red(calls.stream().map(Call::span).toList(), calls.getFirst().span().row().service()),
        async,
        ends.from().equals(USER)
            ? calls.stream().filter(c -> HealthChecks.is(c.span().row().name())).count()
            : 0);
  }

  /** Every call of an edge was counted by the same service. */
  private Red red(List<Items.Span> spans, String countedBy) {
    return MemoryServices.red(spans, range, services.firstSignal(range, countedBy));
  }

  private static Peer peer(Items.Span s) {
    return Peer.of(s.row().kind(), s.row().name(), s.row().attributes());
  }

  private static String id(Items.Span s) {
    return s.traceId() + s.row().spanId();
  }
}
