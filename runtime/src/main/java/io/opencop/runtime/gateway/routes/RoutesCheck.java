package io.opencop.runtime.gateway.routes;

import io.opencop.model.app.Route;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What can be wrong with routes that are well-formed JSON; all of it, not the first. */
final class RoutesCheck {
  private static final int PORTS = 65_535;

  private final List<String> wrong = new ArrayList<>();
  private final Set<String> names = new HashSet<>();
  private final Set<Route> taken = new HashSet<>();

  private RoutesCheck() {}

  /** Places and values that cannot be, as {@code apps[0].endpoints[1].port: 70000}. */
  static List<String> problems(Routes routes) {
    RoutesCheck check = new RoutesCheck();
    for (int i = 0; i < routes.apps().size(); i++) {
      check.app("apps[" + i + "]", routes.apps().get(i));
    }
    return check.wrong;
  }

  private void app(String place, AppRoutes app) {
    require(app.name() != null && !app.name().isBlank(), place + ".name", app.name());
    require(names.add(app.name()), place + ".name", app.name() + " (twice, 두 번)");
    for (int i = 0; i < app.routes().size(); i++) {
      Route route = app.routes().get(i);
      String at = place + ".routes[" + i + "]";
      require(route.path() != null && route.path().startsWith("/"), at + ".path", route.path());
      require(taken.add(route), at, route.host() + route.path() + " (twice, 두 번)");
    }
    Set<String> ids = new HashSet<>();
    for (int i = 0; i < app.endpoints().size(); i++) {
      Upstream endpoint = app.endpoints().get(i);
      String at = place + ".endpoints[" + i + "]";
      require(endpoint.id() != null && ids.add(endpoint.id()), at + ".id", endpoint.id());
      require(endpoint.host() != null && !endpoint.host().isBlank(), at + ".host", endpoint.host());
      require(endpoint.port() > 0 && endpoint.port() <= PORTS, at + ".port", endpoint.port());
    }
    app.weights()
        .forEach((release, weight) -> require(weight >= 0, place + ".weights." + release, weight));
    require(app.limits().sound(), place + ".limits", app.limits());
  }

  private void require(boolean fine, String place, Object value) {
    if (!fine) {
      wrong.add(place + ": " + value);
    }
  }
}
