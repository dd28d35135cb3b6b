package io.opencop.runtime.manifest.kubernetes;

import io.opencop.model.app.App;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** What several resources have in common. */
final class Fields {
  static final String NAME = "app.kubernetes.io/name";

  private static final int PORT = 8080;

  private Fields() {}

  /** In the order they are given. */
  static Map<String, Object> map(Object... namesAndValues) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      map.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return map;
  }

  static Map<String, Object> resource(
      String version, String kind, String name, App app, Map<String, Object> spec) {
    return map(
        "apiVersion",
        version,
        "kind",
        kind,
        "metadata",
        map("name", name, "labels", labels(app)),
        "spec",
        spec);
  }

  static Map<String, Object> labels(App app) {
    Map<String, Object> labels = new LinkedHashMap<>(new TreeMap<>(app.labels()));
    labels.put(NAME, app.name());
    return labels;
  }

  static Map<String, Object> selector(App app) {
    return map(NAME, app.name());
  }

  /** Where the runtime would choose one, in a container of its own any will do. */
  static int port(App app) {
    return app.port() == 0 ? PORT : app.port();
  }
}
