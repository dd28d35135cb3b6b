package io.opencop.runtime.health;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.opencop.model.app.Endpoint;
import io.opencop.model.app.Probe.Check;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a real server. */
class ProberTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @TempDir Path folder;

  @Test
  void bringsBackTheCookieItWasGivenUntilItIsTakenAway() throws Exception {
    List<String> brought = new ArrayList<>();
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          brought.add(Objects.toString(exchange.getRequestHeaders().getFirst("Cookie"), "none"));
          switch (brought.size()) {
            case 1 ->
                exchange
                    .getResponseHeaders()
                    .add("Set-Cookie", "JSESSIONID=0A1B2C; Path=/; HttpOnly; SameSite=Lax");
            case 3 ->
                exchange.getResponseHeaders().add("Set-Cookie", "JSESSIONID=; Max-Age=0; Path=/");
            default -> {
              // keeps it
            }
          }
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    server.start();
    try (HttpClient client = HttpClient.newHttpClient()) {
      Prober prober =
          new Prober(
              client,
              new Check.Http("/"),
              new Endpoint("127.0.0.1", server.getAddress().getPort()),
              folder.resolve("output"));
      for (int i = 0; i < 4; i++) {
        assertThat(prober.ask(PATIENCE)).isTrue();
      }
    } finally {
      server.stop(0);
    }
    assertThat(brought).containsExactly("none", "JSESSIONID=0A1B2C", "JSESSIONID=0A1B2C", "none");
  }
}
