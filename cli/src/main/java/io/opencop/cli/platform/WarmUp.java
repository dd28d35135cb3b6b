package io.opencop.cli.platform;

import io.opencop.cli.Cop;
import io.opencop.cli.Terminal;
import io.opencop.server.config.ConfigLoader;
import io.opencop.server.config.ConfigSources;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A short life of the whole program, for the JDK to learn from (JEP 483, 514): start, receive each
 * signal, answer the questions people ask first, stop. Everything is temporary.
 */
public final class WarmUp {
  private static final List<String> COMMANDS =
      List.of(
          "get services",
          "get traces",
          "get logs",
          "get metrics",
          "get changes",
          "patterns",
          "health",
          "config",
          "change note warm-up",
          "seal",
          "describe service warm-up",
          "--help");

  private WarmUp() {}

  public static void run(Terminal terminal) throws IOException, InterruptedException {
    Path home = Files.createTempDirectory("cop-warm-up");
    try {
      run(quiet(terminal, home), home);
    } finally {
      try (Stream<Path> files = Files.walk(home)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.deleteIfExists(file);
        }
      }
    }
  }

  private static void run(Terminal terminal, Path home) throws IOException, InterruptedException {
    ConfigSources sources =
        new ConfigSources(
            Optional.empty(),
            Map.of(),
            List.of(
                "web.port=0",
                "otlp.grpc-port=0",
                "otlp.http-port=0",
                "data.dir=" + home.resolve("data")),
            home);
    try (Platform platform = Platform.start(terminal, ConfigLoader.load(sources));
        HttpClient http = HttpClient.newHttpClient()) {
      for (Map.Entry<String, byte[]> signal : WarmUpPayload.all().entrySet()) {
        HttpRequest request =
            HttpRequest.newBuilder(URI.create(platform.otlpHttp() + "/v1/" + signal.getKey()))
                .header("Content-Type", "application/x-protobuf")
                .POST(HttpRequest.BodyPublishers.ofByteArray(signal.getValue()))
                .build();
        http.send(request, HttpResponse.BodyHandlers.discarding());
      }
      http.send(
          HttpRequest.newBuilder(URI.create(platform.url() + "/")).build(),
          HttpResponse.BodyHandlers.discarding());
      for (String command : COMMANDS) {
        // Whether it succeeds is not the question here; that it was run is.
        Cop.run(terminal, command.split(" "));
      }
      Cop.run(terminal, "sql", "select count(*) from spans");
    }
  }

  private static Terminal quiet(Terminal terminal, Path home) {
    PrintStream nowhere =
        new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
    return new Terminal(
        nowhere, nowhere, terminal.lang(), Map.of("COP_HOME", home.toString()), home);
  }
}
