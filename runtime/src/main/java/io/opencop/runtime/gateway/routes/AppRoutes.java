package io.opencop.runtime.gateway.routes;

import io.opencop.model.app.Route;
import java.util.List;
import java.util.Map;

/**
 * One app: which requests are its, and who answers them.
 *
 * @param weights share of each release, by its number; empty where every instance counts the same
 * @param wake hold requests while no instance is ready, instead of refusing them
 */
public record AppRoutes(
    String name,
    List<Route> routes,
    List<Upstream> endpoints,
    Map<Integer, Integer> weights,
    boolean wake,
    Limits limits) {
  public AppRoutes {
    routes = routes == null ? List.of() : List.copyOf(routes);
    endpoints = endpoints == null ? List.of() : List.copyOf(endpoints);
    weights = weights == null ? Map.of() : Map.copyOf(weights);
    limits = limits == null ? Limits.DEFAULTS : limits;
  }

  public AppRoutes(String name, List<Route> routes, List<Upstream> endpoints) {
    this(name, routes, endpoints, Map.of(), false, Limits.DEFAULTS);
  }
}
