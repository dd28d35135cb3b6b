package io.opencop.server.contract;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The operations of openapi.yaml, found by method and path. */
public final class Contract {
  /**
   * A path of the contract that matches, its operations by method, and what its names stand for.
   */
  public record Match(Map<String, Operation> byMethod, Map<String, String> names) {}

  private record Route(List<String> segments, Map<String, Operation> byMethod) {}

  private final Map<String, Route> fixed = new HashMap<>();
  private final List<Route> named = new ArrayList<>();
  private final Map<String, Operation> byId = new LinkedHashMap<>();

  Contract(List<Operation> operations) {
    Map<String, Route> routes = new LinkedHashMap<>();
    for (Operation operation : operations) {
      routes
          .computeIfAbsent(
              operation.path(), _ -> new Route(operation.segments(), new LinkedHashMap<>()))
          .byMethod()
          .put(operation.method(), operation);
      if (byId.put(operation.id(), operation) != null) {
        throw new IllegalArgumentException("the contract has " + operation.id() + " twice");
      }
    }
    routes.forEach((path, route) -> {
      if (path.indexOf('{') < 0) {
        fixed.put(path, route);
      } else {
        named.add(route);
      }
    });
  }

  public Collection<Operation> operations() {
    return byId.values();
  }

  public Operation operation(String id) {
    return byId.get(id);
  }

  /** Null where the contract has no such path. A path without names beats one with. */
  public Match match(String rawPath) {
    Route exact = fixed.get(rawPath);
    if (exact != null) {
      return new Match(exact.byMethod(), Map.of());
    }
    String[] given = rawPath.substring(1).split("/", -1);
    for (Route route : named) {
      Map<String, String> names = names(route.segments(), given);
      if (names != null) {
        return new Match(route.byMethod(), names);
      }
    }
    return null;
  }

  private static Map<String, String> names(List<String> segments, String[] given) {
    if (segments.size() != given.length) {
      return null;
    }
    Map<String, String> names = new HashMap<>();
    for (int i = 0; i < given.length; i++) {
      String segment = segments.get(i);
      if (segment.startsWith("{")) {
        String value = decode(given[i]);
        if (value == null) {
          return null;
        }
        names.put(segment.substring(1, segment.length() - 1), value);
      } else if (!segment.equals(given[i])) {
        return null;
      }
    }
    return names;
  }

  /** A plus is a plus in a path. */
  private static String decode(String segment) {
    try {
      return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
