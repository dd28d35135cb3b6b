package io.opencop.telemetry.query;

import java.util.List;

/** The service graph of real traffic. */
public record Graph(List<Node> nodes, List<Edge> edges) {
  /**
   * @param kind user, service, database, queue or external
   * @param system postgresql, kafka, http ...; null for services
   */
  public record Node(String id, String kind, String name, String system, Red red, int instances) {}

  /** Calls from one node to another; {@code async} where a queue lies between. */
  public record Edge(String from, String to, String protocol, Red red, boolean async) {}
}
