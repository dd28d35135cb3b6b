package io.opencop.server.apps;

import io.opencop.model.app.App;
import io.opencop.model.app.EnvValue;
import io.opencop.model.app.Release;
import io.opencop.model.app.Source;
import io.opencop.runtime.local.Program;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How a release becomes a process: an executable JAR by the JDK that runs us, a command as it is.
 * Both are told where to send their telemetry.
 */
final class Programs implements Program.Finder {
  /** Of the limit for the heap; the rest is for stacks, code, metaspace and direct buffers. */
  private static final int HEAP_PERCENT = 60;

  private final Receiver receiver;

  /**
   * Where instances send OTLP/HTTP.
   *
   * @param token empty where none is asked for
   */
  record Receiver(String url, String token) {}

  Programs(Receiver receiver) {
    this.receiver = receiver;
  }

  @Override
  public Program find(Release release, String instance, int port, Path secrets) {
    Map<String, String> environment = telemetry(release, instance);
    release
        .app()
        .env()
        .forEach((name, value) -> {
          switch (value) {
            case EnvValue.Plain plain -> environment.put(name, plain.value());
            case EnvValue.Secret _ ->
                throw new IllegalStateException(name + " is a secret, and there are none");
          }
        });
    return new Program(argv(release.app()), environment);
  }

  private static List<String> argv(App app) {
    return switch (app.source()) {
      case Source.Command command -> command.argv();
      case Source.Jar jar -> {
        List<String> argv = new ArrayList<>();
        argv.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // The JVM sees the machine's memory; these make it see the instance's.
        argv.add("-XX:MaxRAM=" + app.resources().memoryBytes());
        argv.add("-XX:MaxRAMPercentage=" + HEAP_PERCENT);
        argv.add("-XX:+ExitOnOutOfMemoryError");
        argv.add("-jar");
        argv.add(jar.path());
        yield argv;
      }
      case Source.War _, Source.StaticSite _, Source.Image _ ->
          throw new IllegalStateException("not run here: " + app.source());
    };
  }

  private Map<String, String> telemetry(Release release, String instance) {
    Map<String, String> environment = new HashMap<>();
    environment.put("OTEL_SERVICE_NAME", release.app().name());
    environment.put(
        "OTEL_RESOURCE_ATTRIBUTES",
        "service.instance.id=" + instance + ",service.version=" + release.version());
    environment.put("OTEL_EXPORTER_OTLP_ENDPOINT", receiver.url());
    environment.put("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf");
    if (!receiver.token().isEmpty()) {
      environment.put("OTEL_EXPORTER_OTLP_HEADERS", "Authorization=Bearer%20" + receiver.token());
    }
    return environment;
  }
}
