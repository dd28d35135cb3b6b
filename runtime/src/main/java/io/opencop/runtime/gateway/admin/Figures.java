package io.opencop.runtime.gateway.admin;

import io.opencop.model.message.Notice;
import io.opencop.runtime.gateway.balance.AppState;
import io.opencop.runtime.gateway.balance.AppTable;
import io.opencop.runtime.gateway.balance.RouteTable;
import io.opencop.runtime.gateway.balance.Target;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** What the gateway counts, as JSON. Counts are since its start. */
final class Figures {
  private Figures() {}

  /** {@code {"revision":3,"endpoints":[{"app","id","address","state","in_flight"}]}}. */
  static JsonObject inFlight(RouteTable table) {
    JsonArray endpoints = new JsonArray();
    table.apps().values().forEach(app -> app.all().forEach(t -> endpoints.add(endpoint(app, t))));
    return head(table).put("endpoints", endpoints);
  }

  private static JsonObject endpoint(AppTable app, Target target) {
    return new JsonObject()
        .put("app", app.state().name())
        .put("id", target.upstream().id())
        .put("address", target.upstream().host() + ":" + target.upstream().port())
        .put("state", app.draining(target) ? "draining" : "ready")
        .put("in_flight", target.inFlight());
  }

  /**
   * {@code {"revision":3,"apps":[{"app","waiting"}]}}: requests held until an instance is ready.
   */
  static JsonObject waiting(RouteTable table) {
    JsonArray apps = new JsonArray();
    for (AppTable app : table.apps().values()) {
      apps.add(
          new JsonObject().put("app", app.state().name()).put("waiting", app.state().waiting()));
    }
    return head(table).put("apps", apps);
  }

  static JsonObject stats(RouteTable table, Notice problem) {
    JsonArray apps = new JsonArray();
    table.apps().values().forEach(app -> apps.add(app(app)));
    return head(table)
        .put("routes_problem", problem == null ? null : problem.code())
        .put("apps", apps);
  }

  private static JsonObject app(AppTable app) {
    AppState state = app.state();
    long now = System.nanoTime();
    JsonArray endpoints = new JsonArray();
    for (Target target : app.all()) {
      endpoints.add(
          endpoint(app, target)
              .put("release", target.upstream().release())
              .put("requests", target.requests())
              .put("failures", target.failures())
              .put("ejected_ms", target.ejectedMs(now)));
    }
    return new JsonObject()
        .put("app", state.name())
        .put("in_flight", state.inFlight())
        .put("waiting", state.waiting())
        .put("requests", state.requests())
        .put("retries", state.retries())
        .put("failures", state.failures())
        .put("refusals", state.refusals())
        .put("endpoints", endpoints);
  }

  private static JsonObject head(RouteTable table) {
    return new JsonObject().put("revision", table.routes().revision());
  }
}
