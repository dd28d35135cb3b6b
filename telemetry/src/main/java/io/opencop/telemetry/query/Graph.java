package io.opencop.telemetry.query;

import java.util.List;

/** The service graph of real traffic. */
public record Graph(List<Node> nodes, List<Edge> edges) {
  /**
   * @param kind user, service, database, queue or external
   * @param system postgresql, kafka, http ...; null for services
   * @param ports of an external host: those called, ascending, without the ephemeral ones; null for
   *     the other kinds
   * @param ephemeralPorts of an external host: how many ephemeral ports were called; null for the
   *     other kinds
   */
  public record Node(
      String id,
      String kind,
      String name,
      String system,
      Red red,
      int instances,
      List<Integer> ports,
      Integer ephemeralPorts) {

    /** A node that has no figures of its own. */
    public static Node of(String id, String kind, String name, String system) {
      return new Node(id, kind, name, system, null, 0, null, null);
    }

    /** The same node with the ports it is called on. */
    public Node withPorts(List<Integer> fixed, int ephemeral) {
      return new Node(id, kind, name, system, red, instances, fixed, ephemeral);
    }
  }

  /**
   * Calls from one node to another.
   *
   * @param async where a queue lies between
   * @param healthChecks how many of them only ask whether the service is well; known of edges from
   *     {@code user}
   */
  public record Edge(
      String from, String to, String protocol, Red red, boolean async, long healthChecks) {}

  /** Of two systems or protocols the first by alphabet, so that their order does not matter. */
  public static String firstOf(String a, String b) {
    if (a == null || b == null) {
      return a == null ? b : a;
    }
    return a.compareTo(b) <= 0 ? a : b;
  }
}
