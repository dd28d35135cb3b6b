package io.opencop.shop.launcher;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opencop.shop.launcher.faults.FaultStatus;
import io.opencop.shop.launcher.faults.Faults;
import io.opencop.shop.launcher.load.LoadGenerator;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The shop's switches, on loopback and behind a bearer token that stands in the control file, so
 * that neither another user nor a page in a browser can switch them.
 *
 * <ul>
 *   <li>{@code GET /faults}, {@code POST /faults/NAME?on=true|false} (answers when it is so)
 *   <li>{@code GET /load}, {@code POST /load?rate=N}
 *   <li>{@code GET /services}
 * </ul>
 */
final class Control implements AutoCloseable {
  private static final double MOST = 1000;

  private final HttpServer server;
  private final ExecutorService threads = Executors.newFixedThreadPool(4, Daemon.named("control"));
  private final byte[] authorization;
  private final Faults faults;
  private final LoadGenerator load;
  private final Fleet fleet;

  private Control(HttpServer server, String token, Faults faults, LoadGenerator load, Fleet fleet) {
    this.server = server;
    this.authorization = ("Bearer " + token).getBytes(StandardCharsets.UTF_8);
    this.faults = faults;
    this.load = load;
    this.fleet = fleet;
  }

  static Control start(Path file, Faults faults, LoadGenerator load, Fleet fleet)
      throws IOException {
    String token = Tokens.random();
    HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 16);
    Control control = new Control(server, token, faults, load, fleet);
    server.setExecutor(control.threads);
    server.createContext("/", control::handle);
    server.start();
    // The folder is its owner's alone (mode 0700), so the file is, too.
    Files.writeString(file, "url=" + control.url() + "\ntoken=" + token + "\n");
    return control;
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String given = exchange.getRequestHeaders().getFirst("Authorization");
      if (given == null
          || !MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), authorization)) {
        answer(exchange, 401, Json.object("error", "bearer token of the control file expected"));
        return;
      }
      route(exchange);
    }
  }

  private void route(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    String query = String.valueOf(exchange.getRequestURI().getQuery());
    boolean post = exchange.getRequestMethod().equals("POST");
    if (path.equals("/faults") && !post) {
      answer(
          exchange, 200, Json.object("faults", faults.all().stream().map(Control::json).toList()));
    } else if (path.startsWith("/faults/") && post) {
      switchFault(exchange, path.substring("/faults/".length()), query);
    } else if (path.equals("/load")) {
      load(exchange, query, post);
    } else if (path.equals("/services") && !post) {
      answer(exchange, 200, Json.object("services", services()));
    } else {
      answer(exchange, 404, Json.object("error", "no such switch: " + path));
    }
  }

  private void switchFault(HttpExchange exchange, String name, String query) throws IOException {
    if (!faults.knows(name)) {
      List<String> names = faults.all().stream().map(FaultStatus::name).toList();
      answer(exchange, 404, Json.object("error", "no fault " + name, "known", names));
      return;
    }
    if (!query.equals("on=true") && !query.equals("on=false")) {
      answer(exchange, 400, Json.object("error", "expected ?on=true or ?on=false"));
      return;
    }
    try {
      faults.set(name, query.equals("on=true"));
      answer(exchange, 200, Json.object("name", name, "on", query.equals("on=true")));
    } catch (IOException | SQLException e) {
      answer(exchange, 500, Json.object("error", e.getMessage()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void load(HttpExchange exchange, String query, boolean post) throws IOException {
    if (post) {
      double rate =
          query.matches("rate=\\d+(\\.\\d+)?") ? Double.parseDouble(query.substring(5)) : -1;
      if (rate < 0 || rate > MOST) {
        answer(
            exchange, 400, Json.object("error", "expected ?rate=N, requests a second, 0 to 1000"));
        return;
      }
      load.rate(rate);
    }
    answer(exchange, 200, Json.object("rate", load.rate()));
  }

  private List<Map<String, Object>> services() {
    List<Map<String, Object>> services = new ArrayList<>();
    for (Service service : Service.values()) {
      services.add(
          Json.object(
              "service", service.serviceName(),
              "port", fleet.port(service),
              "version", fleet.release(service).version()));
    }
    return services;
  }

  private static Map<String, Object> json(FaultStatus fault) {
    return Json.object("name", fault.name(), "on", fault.on(), "ko", fault.ko(), "en", fault.en());
  }

  private static void answer(HttpExchange exchange, int status, Object body) throws IOException {
    byte[] bytes = (Json.write(body) + "\n").getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
