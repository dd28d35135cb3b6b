package io.opencop.bench.failover;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opencop.bench.failover.app.CounterServlet;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** An application of the same contract behind no gateway, which can be told to do wrong. */
final class Site implements AutoCloseable {
  /** What goes wrong with one request. */
  enum Fault {
    NONE,
    SESSION_FORGOTTEN,
    ANOTHERS_SESSION,
    WRITE_FORGOTTEN,
    LOST_AFTER_WRITE,
    LOST_BEFORE_WRITE,
    NOT_READY,
    CLOSED
  }

  private static final class Session {
    private final int user;
    private int count;
    private final String[] attributes = new String[CounterServlet.ATTRIBUTES];

    private Session(int user) {
      this.user = user;
      Arrays.fill(attributes, "-");
    }

    private String words() {
      return user + " " + count + " " + String.join(" ", attributes) + "\n";
    }
  }

  private final Map<String, Session> sessions = new ConcurrentHashMap<>();
  private final AtomicInteger ids = new AtomicInteger();
  private final AtomicInteger left = new AtomicInteger();
  private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpServer server;
  private volatile Fault fault = Fault.NONE;
  private volatile String method = "";

  Site() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(workers);
    server.createContext("/", this::handle);
    server.start();
  }

  int port() {
    return server.getAddress().getPort();
  }

  /** The next so many requests of this method fare badly. */
  void wrong(Fault kind, String ofMethod, int times) {
    method = ofMethod;
    left.set(times);
    fault = kind;
  }

  private Fault draw(String ofMethod) {
    return fault != Fault.NONE && ofMethod.equals(method) && left.getAndDecrement() > 0
        ? fault
        : Fault.NONE;
  }

  private void handle(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    String cookie = exchange.getRequestHeaders().getFirst("Cookie");
    if (exchange.getRequestURI().getPath().equals("/login")) {
      String id = "JSESSIONID=" + ids.incrementAndGet();
      sessions.put(id, new Session(Integer.parseInt(body.substring(5))));
      exchange.getResponseHeaders().add("Set-Cookie", id + "; Path=/; HttpOnly");
      answer(exchange, 200, sessions.get(id).words());
      return;
    }
    Session session = sessions.get(cookie == null ? "" : cookie);
    switch (draw(exchange.getRequestMethod())) {
      case SESSION_FORGOTTEN -> answer(exchange, 401, "no session\n");
      case ANOTHERS_SESSION -> answer(exchange, 200, new Session(session.user + 1).words());
      case WRITE_FORGOTTEN -> answer(exchange, 200, session.words());
      case LOST_AFTER_WRITE -> {
        write(session, body);
        answer(exchange, 502, "COP-3303 The connection was lost.\n");
      }
      case LOST_BEFORE_WRITE -> answer(exchange, 502, "COP-3303 The connection was lost.\n");
      case NOT_READY -> answer(exchange, 503, "COP-3302 No instance is ready.\n");
      case CLOSED -> exchange.close();
      case NONE -> {
        write(session, body);
        answer(exchange, 200, session.words());
      }
    }
  }

  private static void write(Session session, String body) {
    if (!body.isEmpty()) {
      String[] parts = body.split("&", -1);
      session.count++;
      session.attributes[Integer.parseInt(parts[0].substring(3))] =
          URLDecoder.decode(parts[1].substring(6), StandardCharsets.UTF_8);
    }
  }

  private static void answer(HttpExchange exchange, int status, String words) throws IOException {
    byte[] bytes = words.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
    workers.close();
  }
}
