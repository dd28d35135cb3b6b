package io.opencop.sessions.manager;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * The names this process goes by in its telemetry, so that its figures come under the same ones.
 * From the variables every OpenTelemetry SDK reads.
 */
record Whoami(String app, String instance) {

  /**
   * @param group taken for the app's name where none is set
   */
  static Whoami of(String group, Map<String, String> environment) {
    String app = environment.getOrDefault("OTEL_SERVICE_NAME", "");
    String instance = "";
    for (String one : environment.getOrDefault("OTEL_RESOURCE_ATTRIBUTES", "").split(",", -1)) {
      String[] pair = one.split("=", 2);
      if (pair.length == 2) {
        String value =
            URLDecoder.decode(pair[1].trim().replace("+", "%2B"), StandardCharsets.UTF_8);
        switch (pair[0].trim()) {
          case "service.instance.id" -> instance = value;
          case "service.name" -> app = app.isEmpty() ? value : app;
          default -> {}
        }
      }
    }
    if (instance.isEmpty()) {
      String host = environment.getOrDefault("HOSTNAME", "");
      instance = (host.isEmpty() ? "pid" : host) + "-" + ProcessHandle.current().pid();
    }
    return new Whoami(app.isEmpty() ? group : app, instance);
  }
}
