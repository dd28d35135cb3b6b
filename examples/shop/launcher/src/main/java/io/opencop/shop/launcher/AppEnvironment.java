package io.opencop.shop.launcher;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** What a service is told that runs as an app of OpenCOP; the platform tells it the rest itself. */
final class AppEnvironment {
  /** Said by the platform to every instance. */
  private static final String PLATFORMS = "OTEL_EXPORTER_OTLP_(ENDPOINT|PROTOCOL|HEADERS)";

  private final Settings settings;
  private final WorkFolder work;
  private final BackingProcess backing;
  private final Path hosts;
  private final int cardPort;

  /**
   * @param hosts names for the JVMs
   * @param cardPort of the card company
   */
  AppEnvironment(
      Settings settings, WorkFolder work, BackingProcess backing, Path hosts, int cardPort) {
    this.settings = settings;
    this.work = work;
    this.backing = backing;
    this.hosts = hosts;
    this.cardPort = cardPort;
  }

  /** As the value of a manifest's {@code env}. */
  String of(Release release, int gatewayPort) {
    Map<String, Object> env =
        new TreeMap<>(backing.environmentWithoutPasswords(release.service().database()));
    backing
        .secretVariables()
        .forEach((variable, key) ->
            env.put(variable, Json.object("secret", PlatformFleet.SECRET, "key", key)));
    env.putAll(Telemetry.environment(settings, release, 0));
    env.keySet().removeIf(name -> name.matches(PLATFORMS));
    env.put("OTEL_RESOURCE_ATTRIBUTES", Telemetry.resource(release));
    // Its own lines go by OTLP, with their trace; nothing of them is printed.
    env.put("OTEL_LOGS_EXPORTER", "otlp");
    env.put("LOG_CONSOLE", "OFF");
    env.put("LOG_FILE", "service.log");
    env.put("FLAGS_FILE", work.flags(release.service()).toString());
    env.put("GATEWAY_URL", "http://" + Hosts.GATEWAY + ":" + cardPort);
    for (Service peer : Service.values()) {
      env.put(peer.name() + "_URL", "http://" + peer.serviceName() + ":" + gatewayPort);
    }
    env.put(
        "JAVA_TOOL_OPTIONS",
        String.join(" ", InstanceStarter.FLAGS) + " -Djdk.net.hosts.file=" + hosts);
    env.putAll(release.settings());
    return Json.write(env);
  }
}
