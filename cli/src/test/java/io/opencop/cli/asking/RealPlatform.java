package io.opencop.cli.asking;

import static org.assertj.core.api.Assertions.assertThat;

import io.opencop.cli.Cop;
import io.opencop.cli.TestTerminal;
import io.opencop.cli.platform.Platform;
import io.opencop.cli.platform.WarmUpPayload;
import io.opencop.model.message.Lang;
import io.opencop.server.config.ConfigLoader;
import io.opencop.server.config.ConfigSources;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;

/** The real server on ephemeral ports, on a folder of its own; commands are run against it. */
final class RealPlatform implements AutoCloseable {
  private final Path home;
  private final Platform platform;

  RealPlatform(Path home) {
    this(home, home.resolve("data"));
  }

  /** One of several of the same user. */
  RealPlatform(Path home, Path data) {
    this.home = home;
    this.platform =
        Platform.start(
            new TestTerminal(home).in(Lang.EN),
            ConfigLoader.load(
                ConfigSources.of(
                    "web.port=0",
                    "otlp.grpc-port=0",
                    "otlp.http-port=0",
                    "gateway.enabled=false",
                    "data.dir=" + data)));
  }

  /** A span, a log record and a metric point of a service {@code warm-up}. */
  void receive() throws IOException, InterruptedException {
    try (HttpClient http = HttpClient.newHttpClient()) {
      for (Map.Entry<String, byte[]> signal : WarmUpPayload.all().entrySet()) {
        String url = platform.otlpHttp() + "/v1/" + signal.getKey();
        HttpRequest request =
            HttpRequest.newBuilder(URI.create(url))
                .header("Content-Type", "application/x-protobuf")
                .POST(HttpRequest.BodyPublishers.ofByteArray(signal.getValue()))
                .build();
        assertThat(http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode())
            .as(signal.getKey())
            .isEqualTo(200);
      }
    }
  }

  String url() {
    return platform.url();
  }

  String token() {
    return platform.adminToken();
  }

  /** What a command printed. */
  record Said(int code, String out, String err) {}

  Said run(Lang lang, String... args) {
    TestTerminal terminal =
        new TestTerminal(home).with("COP_URL", url()).with("COP_TOKEN", token());
    int code = Cop.run(terminal.in(lang), args);
    return new Said(code, terminal.out(), terminal.err());
  }

  @Override
  public void close() {
    platform.close();
  }
}
