package io.opencop.runtime.manifest.kubernetes;

import static io.opencop.runtime.manifest.kubernetes.Fields.map;

import io.opencop.model.app.App;
import io.opencop.model.app.Route;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which requests an app gets. */
final class Routing {
  private static final int PORT = 80;

  private Routing() {}

  static Map<String, Object> service(App app) {
    return Fields.resource(
        "v1",
        "Service",
        app.name(),
        app,
        map(
            "selector",
            Fields.selector(app),
            "ports",
            List.of(map("name", "http", "port", PORT, "targetPort", "http"))));
  }

  static Map<String, Object> ingress(App app) {
    List<Object> rules = new ArrayList<>();
    byHost(app)
        .forEach((host, paths) -> {
          Map<String, Object> rule = host.isEmpty() ? map() : map("host", host);
          rule.put(
              "http", map("paths", paths.stream().map(path -> ingressPath(app, path)).toList()));
          rules.add(rule);
        });
    return Fields.resource("networking.k8s.io/v1", "Ingress", app.name(), app, map("rules", rules));
  }

  private static Map<String, Object> ingressPath(App app, String path) {
    return map(
        "path",
        path,
        "pathType",
        "Prefix",
        "backend",
        map("service", map("name", app.name(), "port", map("name", "http"))));
  }

  /** One for each host: the hosts of an HTTPRoute share its paths. */
  static List<Map<String, Object>> httpRoutes(App app, String gateway) {
    List<Map<String, Object>> routes = new ArrayList<>();
    byHost(app)
        .forEach((host, paths) -> {
          Map<String, Object> spec = map("parentRefs", List.of(map("name", gateway)));
          if (!host.isEmpty()) {
            spec.put("hostnames", List.of(host));
          }
          spec.put("rules", List.of(rule(app, paths)));
          String name = app.name() + (routes.isEmpty() ? "" : "-" + (routes.size() + 1));
          routes.add(Fields.resource("gateway.networking.k8s.io/v1", "HTTPRoute", name, app, spec));
        });
    return routes;
  }

  private static Map<String, Object> rule(App app, List<String> paths) {
    return map(
        "matches",
        paths.stream().map(path -> map("path", map("type", "PathPrefix", "value", path))).toList(),
        "backendRefs",
        List.of(map("name", app.name(), "port", PORT)));
  }

  private static Map<String, List<String>> byHost(App app) {
    Map<String, List<String>> hosts = new LinkedHashMap<>();
    for (Route route : app.routes()) {
      String host = route.host() == null ? "" : route.host();
      hosts.computeIfAbsent(host, _ -> new ArrayList<>()).add(route.path());
    }
    return hosts;
  }
}
