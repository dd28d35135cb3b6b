package io.opencop.shop.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class VipTest {
  @Test
  void newConnectionsFollowTheTarget() throws Exception {
    HttpServer blue = answering("blue");
    HttpServer green = answering("green");
    try (Vip vip = new Vip(0)) {
      vip.pointAt(blue.getAddress().getPort());
      assertThat(ask(vip)).isEqualTo("blue");
      vip.pointAt(green.getAddress().getPort());
      assertThat(ask(vip)).isEqualTo("green");
    } finally {
      blue.stop(0);
      green.stop(0);
    }
  }

  @Test
  void largeAnswersArriveWhole() throws Exception {
    String large = "감귤".repeat(200_000);
    HttpServer server = answering(large);
    try (Vip vip = new Vip(0)) {
      vip.pointAt(server.getAddress().getPort());
      assertThat(ask(vip)).isEqualTo(large);
    } finally {
      server.stop(0);
    }
  }

  private static HttpServer answering(String text) throws IOException {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 8);
    server.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    return server;
  }

  private static String ask(Vip vip) throws IOException, InterruptedException {
    URI uri = URI.create("http://127.0.0.1:" + vip.port() + "/");
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString(StandardCharsets.UTF_8))
        .body();
  }
}
