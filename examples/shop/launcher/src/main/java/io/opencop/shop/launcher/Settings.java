package io.opencop.shop.launcher;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How the shop is run.
 *
 * @param home folder of the built shop: {@code services/}, {@code lib/}, the launcher's jar
 * @param work where data, logs and control file go
 * @param otlp OTLP endpoint of the services
 * @param otlpProtocol {@code grpc} or {@code http/protobuf}
 * @param otlpHeaders e.g. {@code authorization=Bearer …}, passed on as they are
 * @param api base of the API that takes Changes; empty: they are not posted
 * @param apiToken its bearer token
 * @param rate requests a second
 * @param basePort storefront's port, the other services' following; 0: any free ones
 * @param innocent time between Changes that do no harm; zero: none
 * @param detached whether to go on when standard input ends or the parent process dies
 * @param runtime whether the services run as apps of the platform at {@code api}
 */
public record Settings(
    Path home,
    Path work,
    URI otlp,
    String otlpProtocol,
    String otlpHeaders,
    Optional<URI> api,
    String apiToken,
    double rate,
    int basePort,
    Duration innocent,
    boolean detached,
    boolean runtime) {

  public static final String HELP =
      """
      java -jar shop-launcher.jar [options]            start the shop
      java -jar shop-launcher.jar fault NAME on|off    switch a fault of a running shop
      java -jar shop-launcher.jar faults               list the faults and which are on
      java -jar shop-launcher.jar load RATE            change the load, in requests a second

        --otlp URL            OTLP endpoint           env OTEL_EXPORTER_OTLP_ENDPOINT  [http://127.0.0.1:4317]
        --otlp-protocol P     grpc | http/protobuf    env OTEL_EXPORTER_OTLP_PROTOCOL  [by port: 4318 is HTTP]
        --api URL             API that takes Changes  env COP_API_URL                  [none]
        --rate N              requests a second       env SHOP_RATE                    [15]
        --base-port N         first of five ports     env SHOP_BASE_PORT               [0: any free]
        --work DIR            data, logs, control     env SHOP_WORK                    [work beside the jar]
        --innocent SECONDS    between harmless Changes  env SHOP_INNOCENT              [45; 0: none]
        --runtime             run the services as apps of the platform at --api, by the manifests in apps/
        --detached            outlive standard input and parent process

      Only by environment, because a command line can be read by anyone on the machine:
        OTEL_EXPORTER_OTLP_HEADERS   e.g. authorization=Bearer …
        COP_API_TOKEN                bearer token of the API
      """;

  /** The given arguments and environment as settings, or every mistake in them at once. */
  static Settings of(List<String> args, Map<String, String> env, Path home) {
    Options options = new Options(args, env);
    URI otlp = options.uri("otlp", "OTEL_EXPORTER_OTLP_ENDPOINT", "http://127.0.0.1:4317").get();
    String guess = otlp.getPort() == 4318 ? "http/protobuf" : "grpc";
    Settings settings =
        new Settings(
            home,
            options.path("work", "SHOP_WORK", home.resolve("work")),
            otlp,
            options.oneOf(
                "otlp-protocol",
                "OTEL_EXPORTER_OTLP_PROTOCOL",
                guess,
                List.of("grpc", "http/protobuf")),
            env.getOrDefault("OTEL_EXPORTER_OTLP_HEADERS", ""),
            options.uri("api", "COP_API_URL", ""),
            env.getOrDefault("COP_API_TOKEN", ""),
            options.number("rate", "SHOP_RATE", 15, 0, 1000),
            (int) options.number("base-port", "SHOP_BASE_PORT", 0, 0, 65_000),
            Duration.ofSeconds((long) options.number("innocent", "SHOP_INNOCENT", 45, 0, 86_400)),
            options.flag("detached"),
            options.flag("runtime"));
    List<String> mistakes = new ArrayList<>(options.mistakes());
    if (settings.runtime() && settings.api().isEmpty()) {
      mistakes.add("--runtime needs --api, the platform that is to run the services");
    }
    if (!mistakes.isEmpty()) {
      throw new IllegalArgumentException(String.join("\n", mistakes));
    }
    return settings;
  }
}
