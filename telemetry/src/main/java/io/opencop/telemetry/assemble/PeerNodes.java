package io.opencop.telemetry.assemble;

import io.opencop.telemetry.query.Graph;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Nodes of peers that are no service of ours. An external host is one node whatever ports it is
 * called on: a program that takes a port at random would be a new node after each of its restarts.
 */
public final class PeerNodes {
  /** Where systems begin to hand out ports at random (Linux; IANA says 49152). */
  private static final int FIRST_EPHEMERAL = 32_768;

  private final Map<String, Graph.Node> nodes = new TreeMap<>();
  private final Map<String, TreeSet<Integer>> ports = new TreeMap<>();

  /** Takes a peer in; the id of its node. */
  public String add(Peer peer) {
    String id = peer.nodeId();
    Graph.Node before = nodes.get(id);
    String system = before == null ? peer.system() : Graph.firstOf(before.system(), peer.system());
    nodes.put(id, Graph.Node.of(id, peer.nodeKind(), peer.nodeName(), system));
    if (peer.resolvable()) {
      TreeSet<Integer> here = ports.computeIfAbsent(id, i -> new TreeSet<>());
      if (peer.port() != null) {
        here.add(peer.port());
      }
    }
    return id;
  }

  /** All nodes, by id. */
  public List<Graph.Node> all() {
    return nodes.values().stream().map(this::withPorts).toList();
  }

  private Graph.Node withPorts(Graph.Node node) {
    TreeSet<Integer> called = ports.get(node.id());
    return called == null
        ? node
        : node.withPorts(
            List.copyOf(called.headSet(FIRST_EPHEMERAL)), called.tailSet(FIRST_EPHEMERAL).size());
  }
}
