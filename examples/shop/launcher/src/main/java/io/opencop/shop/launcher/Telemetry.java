package io.opencop.shop.launcher;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How the OpenTelemetry agent of a service is set up: by its documented environment, nothing else.
 */
final class Telemetry {
  private static final String SESSION = "session.id,enduser.pseudo.id";

  /**
   * What a Spring service of this kind uses. Looking for the agent's other hundred libraries in
   * every class costs a start 1.4 s of CPU (of 6).
   */
  private static final List<String> INSTRUMENTATIONS =
      List.of(
          "tomcat",
          "servlet",
          "spring-webmvc",
          "spring-scheduling",
          "java-http-client",
          "jdbc",
          "hikaricp",
          "jms",
          "spring-jms",
          "logback-appender",
          "logback-mdc",
          "executors",
          "runtime-telemetry",
          "opentelemetry-api");

  private Telemetry() {}

  /** {@code number}: how many instances this launcher has started. */
  static Map<String, String> environment(Settings settings, Release release, int number) {
    Map<String, String> env = new HashMap<>();
    env.put("OTEL_SERVICE_NAME", release.service().serviceName());
    env.put("OTEL_RESOURCE_ATTRIBUTES", resource(release, number));
    env.put("OTEL_EXPORTER_OTLP_ENDPOINT", settings.otlp().toString());
    env.put("OTEL_EXPORTER_OTLP_PROTOCOL", settings.otlpProtocol());
    env.put("OTEL_EXPORTER_OTLP_HEADERS", settings.otlpHeaders());
    env.put("OTEL_EXPORTER_OTLP_COMPRESSION", "gzip");
    env.put("OTEL_METRIC_EXPORT_INTERVAL", "10000");
    env.put("OTEL_BSP_SCHEDULE_DELAY", "1000");
    env.put("OTEL_SEMCONV_STABILITY_OPT_IN", "database,code");
    env.put("OTEL_JAVA_EXPERIMENTAL_SPAN_ATTRIBUTES_COPY_FROM_BAGGAGE_INCLUDE", SESSION);
    env.put("OTEL_JAVA_EXPERIMENTAL_LOG_ATTRIBUTES_COPY_FROM_BAGGAGE_INCLUDE", SESSION);
    env.put("OTEL_INSTRUMENTATION_COMMON_DEFAULT_ENABLED", "false");
    for (String name : INSTRUMENTATIONS) {
      String variable = name.toUpperCase(Locale.ROOT).replace('-', '_');
      env.put("OTEL_INSTRUMENTATION_" + variable + "_ENABLED", "true");
    }
    return env;
  }

  private static String resource(Release release, int number) {
    String name = release.service().serviceName();
    return resource(release)
        + ",service.instance.id="
        + name
        + "-"
        + release.commit().substring(0, 7)
        + "-"
        + number;
  }

  /** What a release says of itself, without saying which instance it is. */
  static String resource(Release release) {
    return String.join(
        ",",
        "service.namespace=shop",
        "deployment.environment.name=demo",
        "service.version=" + release.version(),
        "vcs.ref.head.revision=" + release.commit());
  }
}
