package io.opencop.server.apps;

import io.opencop.model.app.Release;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** What tells an instance where its telemetry goes, by the names OpenTelemetry gives. */
final class InstanceTelemetry {
  private static final String RESOURCE = "OTEL_RESOURCE_ATTRIBUTES";

  private final String url;
  private final String token;

  /**
   * @param url where instances send OTLP/HTTP
   * @param token they send it with; empty where none is asked for
   */
  InstanceTelemetry(String url, String token) {
    this.url = url;
    this.token = token;
  }

  /** Of every instance, whatever it is. */
  Map<String, String> environment(Release release) {
    Map<String, String> environment = new HashMap<>();
    environment.put("OTEL_SERVICE_NAME", release.app().name());
    environment.put("OTEL_EXPORTER_OTLP_ENDPOINT", url);
    environment.put("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf");
    if (!token.isEmpty()) {
      environment.put("OTEL_EXPORTER_OTLP_HEADERS", "Authorization=Bearer%20" + token);
    }
    return environment;
  }

  /**
   * Of a JVM with our agent. What it prints is in the store already, so its loggers send nothing
   * themselves; Spring Boot prints the trace's id with each line, where the store finds it.
   */
  static Map<String, String> agent() {
    return Map.of(
        "OTEL_LOGS_EXPORTER", "none",
        "OTEL_METRIC_EXPORT_INTERVAL", "15000",
        "OTEL_BSP_SCHEDULE_DELAY", "1000",
        "OTEL_SEMCONV_STABILITY_OPT_IN", "database,code",
        "LOGGING_PATTERN_CORRELATION", "[trace_id=%X{trace_id:-} span_id=%X{span_id:-}] ");
  }

  /**
   * Which instance it is, beside what the app says of itself: its own word counts, but nobody is
   * left without a name.
   */
  static void identify(Map<String, String> environment, Release release, String instance) {
    Map<String, String> resource = new LinkedHashMap<>();
    resource.put("service.instance.id", instance);
    resource.put("service.version", release.version());
    for (String one : environment.getOrDefault(RESOURCE, "").split(",", -1)) {
      int equals = one.indexOf('=');
      if (equals > 0) {
        resource.put(one.substring(0, equals).trim(), one.substring(equals + 1).trim());
      }
    }
    // The platform tells instances apart by this one.
    resource.put("service.instance.id", instance);
    environment.put(
        RESOURCE,
        resource.entrySet().stream()
            .map(e -> e.getKey() + "=" + e.getValue())
            .collect(Collectors.joining(",")));
  }
}
