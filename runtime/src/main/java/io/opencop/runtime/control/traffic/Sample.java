package io.opencop.runtime.control.traffic;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The gateway's figures at one moment. Counts are since its start.
 *
 * @param nanos of this machine's monotonic clock
 * @param revision of the routes that are in force
 * @param apps by name
 */
public record Sample(long nanos, long revision, Map<String, AppFigures> apps) {

  /**
   * One app.
   *
   * @param held requests that wait for an instance
   * @param requests given to instances; a repeated one counts again
   * @param endpoints by the instance's name
   */
  public record AppFigures(
      int inFlight, int held, long requests, Map<String, EndpointFigures> endpoints) {
    private AppFigures inProgress() {
      Map<String, EndpointFigures> now = new HashMap<>();
      endpoints.forEach((id, e) -> now.put(id, e.inProgress()));
      return new AppFigures(inFlight, held, 0, now);
    }

    private AppFigures plus(AppFigures other) {
      Map<String, EndpointFigures> all = new HashMap<>(endpoints);
      other.endpoints.forEach((id, e) -> all.merge(id, e, EndpointFigures::plus));
      return new AppFigures(
          inFlight + other.inFlight, held + other.held, requests + other.requests, Map.copyOf(all));
    }
  }

  /**
   * One instance.
   *
   * @param failures requests it lost or answered with a server error
   */
  public record EndpointFigures(
      String address, int release, int inFlight, long requests, long failures) {
    private EndpointFigures inProgress() {
      return new EndpointFigures(address, release, inFlight, 0, 0);
    }

    /** An instance that has moved is at one address only, the one of whoever serves. */
    private EndpointFigures plus(EndpointFigures other) {
      return new EndpointFigures(
          address,
          release,
          inFlight + other.inFlight,
          requests + other.requests,
          failures + other.failures);
    }
  }

  static Sample of(long nanos, JsonObject stats) {
    Map<String, AppFigures> apps = new HashMap<>();
    JsonArray all = stats.getJsonArray("apps");
    for (int i = 0; i < all.size(); i++) {
      JsonObject app = all.getJsonObject(i);
      Map<String, EndpointFigures> endpoints = new HashMap<>();
      JsonArray each = app.getJsonArray("endpoints");
      for (int j = 0; j < each.size(); j++) {
        JsonObject one = each.getJsonObject(j);
        endpoints.put(
            one.getString("id"),
            new EndpointFigures(
                one.getString("address"),
                one.getInteger("release"),
                one.getInteger("in_flight"),
                one.getLong("requests"),
                one.getLong("failures")));
      }
      apps.put(
          app.getString("app"),
          new AppFigures(
              app.getInteger("in_flight"),
              app.getInteger("waiting"),
              app.getLong("requests"),
              Map.copyOf(endpoints)));
    }
    return new Sample(nanos, stats.getLong("revision"), Map.copyOf(apps));
  }

  /**
   * With what a gateway that leaves has in progress. What it has counted was seen while it served.
   */
  Sample with(Sample leaving) {
    Map<String, AppFigures> all = new HashMap<>(apps);
    leaving.apps.forEach((name, app) -> all.merge(name, app.inProgress(), AppFigures::plus));
    return new Sample(nanos, Math.min(revision, leaving.revision), Map.copyOf(all));
  }

  public Optional<AppFigures> app(String name) {
    return Optional.ofNullable(apps.get(name));
  }

  boolean anyHeld() {
    return apps.values().stream().anyMatch(a -> a.held() > 0);
  }

  int inFlight(String address) {
    return apps.values().stream()
        .flatMap(a -> a.endpoints().values().stream())
        .filter(e -> e.address().equals(address))
        .mapToInt(EndpointFigures::inFlight)
        .sum();
  }
}
