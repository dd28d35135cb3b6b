package io.opencop.shop.launcher;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The card company's approval service: takes a third of a second, declines one payment in a
 * hundred.
 */
public final class Gateway implements AutoCloseable {
  private static final int USUAL_MILLIS = 250;
  private static final int SPREAD_MILLIS = 150;
  private static final double DECLINED = 0.01;

  private final HttpServer server;
  private final ExecutorService threads = Executors.newFixedThreadPool(32, Daemon.named("gateway"));
  private final Random random = new Random();
  private volatile int delayMillis;

  Gateway() throws IOException {
    server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 64);
    server.setExecutor(threads);
    server.createContext("/v1/approvals", this::approve);
    server.start();
  }

  int port() {
    return server.getAddress().getPort();
  }

  /** Added to every answer from now on. */
  public void delay(int millis) {
    delayMillis = millis;
  }

  private void approve(HttpExchange exchange) throws IOException {
    try (exchange) {
      exchange.getRequestBody().readAllBytes();
      Thread.sleep(USUAL_MILLIS + random.nextInt(SPREAD_MILLIS) + delayMillis);
      boolean declined = random.nextDouble() < DECLINED;
      String reference = declined ? "-" : UUID.randomUUID().toString().substring(0, 8);
      byte[] body =
          Json.write(Json.object("reference", reference)).getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(declined ? 402 : 200, body.length);
      exchange.getResponseBody().write(body);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
