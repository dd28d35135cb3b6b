package io.opencop.runtime.control;

import io.opencop.model.app.App;
import io.opencop.model.app.Route;
import io.opencop.model.message.CopException;
import io.opencop.model.message.Notice;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is wanted of every app. It is on disk before it counts. Whoever reads before writing holds
 * this object's lock meanwhile.
 */
final class Desired {
  private final AppStore store;
  private final Map<String, AppState> apps;

  Desired(AppStore store) throws IOException {
    this.store = store;
    this.apps = new LinkedHashMap<>(store.read());
  }

  synchronized List<AppState> all() {
    return List.copyOf(apps.values());
  }

  synchronized Optional<AppState> find(String app) {
    return Optional.ofNullable(apps.get(app));
  }

  /**
   * @throws CopException where there is no such app
   */
  AppState known(String app) {
    return find(app).orElseThrow(() -> new CopException(ControlMessage.NO_APP.with("app", app)));
  }

  synchronized void save(AppState state) {
    try {
      store.write(state);
    } catch (IOException e) {
      throw notSaved(state.app().name(), e);
    }
    apps.put(state.app().name(), state);
  }

  synchronized void delete(String app) {
    try {
      store.delete(app);
    } catch (IOException e) {
      throw notSaved(app, e);
    }
    apps.remove(app);
  }

  /** What is not on disk does not count, and whoever asked for it is told so. */
  private static CopException notSaved(String app, IOException e) {
    return new CopException(ControlMessage.NOT_SAVED.with("app", app, "reason", e.toString()), e);
  }

  /**
   * Two apps cannot both have the same requests.
   *
   * @throws CopException with every route that is another's
   */
  void requireFree(App app) {
    List<Notice> taken = new ArrayList<>();
    for (AppState other : all()) {
      for (Route route : other.app().routes()) {
        if (!other.app().name().equals(app.name()) && app.routes().contains(route)) {
          taken.add(
              ControlMessage.ROUTE_TAKEN.with(
                  "app", app.name(),
                  "route", (route.host() == null ? "*" : route.host()) + route.path(),
                  "other", other.app().name()));
        }
      }
    }
    if (!taken.isEmpty()) {
      throw new CopException(taken);
    }
  }
}
