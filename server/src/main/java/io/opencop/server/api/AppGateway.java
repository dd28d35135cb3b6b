package io.opencop.server.api;

import io.opencop.model.app.Route;
import io.opencop.model.message.CopException;
import io.opencop.runtime.control.AppStatus;
import io.opencop.runtime.gateway.admin.AdminClient;
import io.opencop.runtime.gateway.admin.AdminNote;
import io.opencop.runtime.gateway.routes.AppRoutes;
import io.opencop.runtime.gateway.routes.Limits;
import io.opencop.runtime.gateway.routes.RoutesFile;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the gateway does for one app: where it can be called, what is in progress, its limits. */
final class AppGateway {
  private static final Logger LOG = LoggerFactory.getLogger(AppGateway.class);

  private final Path folder;

  /**
   * @param folder of routes.json and gateway.json
   */
  AppGateway(Path folder) {
    this.folder = folder;
  }

  Map<String, Object> of(AppStatus status) {
    Optional<AdminNote> note = AdminNote.read(folder.resolve("gateway.json"));
    Optional<JsonObject> stats = note.flatMap(AppGateway::stats);
    String app = status.state().app().name();
    Map<String, Object> all = new LinkedHashMap<>();
    // A note alone may be that of a gateway that has died.
    note.filter(_ -> stats.isPresent())
        .ifPresent(n -> {
          all.put("gateway", n.url());
          if (!n.version().isEmpty()) {
            all.put("gateway_version", n.version());
          }
        });
    String gateway = (String) all.get("gateway");
    all.put("routes", status.state().app().routes().stream().map(r -> route(r, gateway)).toList());
    published(app).ifPresent(r -> all.put("limits", limits(r.limits())));
    stats.flatMap(s -> named(s.getJsonArray("apps"), app)).ifPresent(s -> counts(s, all));
    return all;
  }

  private static Map<String, Object> route(Route route, String gateway) {
    Map<String, Object> one = new LinkedHashMap<>();
    if (route.host() != null) {
      one.put("host", route.host());
    }
    one.put("path", route.path());
    boolean wildcard = route.host() != null && route.host().startsWith("*");
    if (gateway != null && !wildcard) {
      one.put("url", url(gateway, route));
    }
    return one;
  }

  /** The gateway's address under the route's name. */
  static String url(String gateway, Route route) {
    URI at = URI.create(gateway);
    String host = route.host() == null ? at.getHost() : route.host();
    String port = at.getPort() < 0 ? "" : ":" + at.getPort();
    return at.getScheme() + "://" + host + port + route.path();
  }

  private static Optional<JsonObject> stats(AdminNote note) {
    try (AdminClient client = new AdminClient(note)) {
      return Optional.of(client.stats());
    } catch (IOException e) {
      LOG.debug("the gateway does not answer: {}", e.toString());
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  /** As the gateway was told last. */
  private Optional<AppRoutes> published(String app) {
    try {
      return new RoutesFile(folder.resolve("routes.json"))
          .read().apps().stream().filter(a -> a.name().equals(app)).findFirst();
    } catch (CopException e) {
      LOG.debug("no routes yet: {}", e.toString());
      return Optional.empty();
    }
  }

  private static Map<String, Object> limits(Limits limits) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("max_in_flight", limits.maxInFlight());
    all.put("connect_timeout_ms", limits.connectTimeoutMs());
    all.put("response_timeout_ms", limits.responseTimeoutMs());
    if (limits.requestsPerSecond() > 0) {
      all.put("requests_per_second", limits.requestsPerSecond());
      all.put("burst", limits.burst());
    }
    all.put("max_waiting", limits.maxWaiting());
    all.put("wait_ms", limits.waitMs());
    return all;
  }

  private static Optional<JsonObject> named(JsonArray apps, String name) {
    for (int i = 0; i < apps.size(); i++) {
      if (name.equals(apps.getJsonObject(i).getString("app"))) {
        return Optional.of(apps.getJsonObject(i));
      }
    }
    return Optional.empty();
  }

  private static void counts(JsonObject app, Map<String, Object> all) {
    for (String name :
        List.of("in_flight", "waiting", "requests", "retries", "failures", "refusals")) {
      all.put(name, app.getLong(name, 0L));
    }
    JsonArray endpoints = app.getJsonArray("endpoints", new JsonArray());
    List<Map<String, Object>> instances = new ArrayList<>();
    for (int i = 0; i < endpoints.size(); i++) {
      JsonObject endpoint = endpoints.getJsonObject(i);
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("instance", endpoint.getString("id"));
      one.put("address", endpoint.getString("address"));
      one.put("state", endpoint.getString("state"));
      for (String name : List.of("in_flight", "requests", "failures", "ejected_ms")) {
        one.put(name, endpoint.getLong(name, 0L));
      }
      instances.add(one);
    }
    all.put("instances", instances);
  }
}
