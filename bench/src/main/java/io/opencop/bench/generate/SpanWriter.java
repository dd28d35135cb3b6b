package io.opencop.bench.generate;

import io.opencop.bench.generate.Patch.What;
import java.util.Random;

/**
 * Spans by kind, with the attributes the semantic conventions give them and some of an app's own.
 */
final class SpanWriter {
  static final int INTERNAL = 1;
  static final int SERVER = 2;
  static final int CLIENT = 3;
  static final int PRODUCER = 4;
  static final int CONSUMER = 5;
  private static final String[] AGENTS = {
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/141.0 Safari/537.36",
    "Mozilla/5.0 (iPhone; CPU iPhone OS 19_1 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148",
    "Mozilla/5.0 (Linux; Android 16; SM-S931N) AppleWebKit/537.36 Chrome/141.0 Mobile Safari/537.36",
    "ShopApp/8.12.1 (Android 16; ko_KR)",
  };
  private static final String[] RESOURCES = {"orders", "products", "members", "carts", "stocks"};
  private static final String[] TABLES = {"orders", "order_line", "product", "member", "stock"};

  private final Random random;
  private final int[] spans;
  private final boolean numbered;

  /**
   * @param spans how many spans the request has; counted up in place
   * @param numbered whether every span carries the number of its request
   */
  SpanWriter(Random random, int[] spans, boolean numbered) {
    this.random = random;
    this.spans = spans;
    this.numbered = numbered;
  }

  /**
   * A span without its attributes.
   *
   * @param begin nanoseconds after the trace's begin
   * @param parent index of its parent, -1 for a root
   */
  Wire head(int trace, int parent, String name, int kind, int begin, int nanos, boolean error) {
    int index = spans[0]++;
    Wire span = new Wire().bytes(1, 16, What.TRACE_ID, trace).bytes(2, 8, What.SPAN_ID, index);
    if (parent >= 0) {
      span.bytes(4, 8, What.SPAN_ID, parent);
    }
    span.text(5, name).varint(6, kind);
    span.fixed64(7, What.TIME, trace, begin).fixed64(8, What.TIME, trace, begin + nanos);
    if (error) {
      Wire event = new Wire().fixed64(1, What.TIME, trace, begin + nanos).text(2, "exception");
      new Attributes(event, 3, trace)
          .add("exception.type", "java.net.SocketTimeoutException")
          .add("exception.message", "Read timed out after {d4} ms");
      span.message(11, event).message(15, new Wire().varint(3, 2));
    }
    return span.fixed32(16, 0x101);
  }

  void server(Wire span, int trace, Resource at, String method, String route, boolean error) {
    common(span, trace)
        .add("http.request.method", method)
        .add("http.route", route)
        .add("http.response.status_code", error ? 500L : random.nextInt(40) == 0 ? 404L : 200L)
        .add("url.path", route.replace("{id}", "{order}"))
        .add("url.scheme", "http")
        .add("server.address", at.name() + ".shop.svc")
        .add("server.port", 8080L)
        .add("client.address", "{ip}")
        .add("user_agent.original", AGENTS[random.nextInt(AGENTS.length)])
        .add("network.protocol.version", "1.1")
        .add("app.cart.items", (long) random.nextInt(12))
        .add("app.cart.amount", random.nextInt(200_000) / 10d);
  }

  void client(Wire span, int trace, String host, String method, String route, boolean error) {
    common(span, trace)
        .add("http.request.method", method)
        .add("http.response.status_code", error ? 500L : 200L)
        .add("url.full", "http://" + host + ":8080" + route.replace("{id}", "{order}"))
        .add("server.address", host)
        .add("server.port", 8080L)
        .add("network.peer.address", "172.20." + host.length() + ".17")
        .add("network.peer.port", 8080L)
        .add("network.protocol.version", "1.1")
        .add("http.request.resend_count", 0L)
        .add("app.circuit.state", "closed");
  }

  void database(Wire span, int trace, Resource at) {
    String table = TABLES[random.nextInt(TABLES.length)];
    common(span, trace)
        .add("db.system.name", "postgresql")
        .add("db.namespace", at.name())
        .add("db.operation.name", "SELECT")
        .add("db.collection.name", table)
        .add("db.query.summary", "SELECT " + table)
        .add(
            "db.query.text",
            "SELECT id, status, amount, created_at FROM " + table + " WHERE id = ? AND tenant = ?")
        .add("db.response.returned_rows", (long) random.nextInt(20))
        .add("server.address", "db-" + at.service() % 4 + ".shop.svc")
        .add("server.port", 5432L)
        .add("network.peer.address", "172.20.3." + at.service() % 4)
        .add("app.pool.name", "HikariPool-1");
  }

  void message(Wire span, int trace, boolean send) {
    common(span, trace)
        .add("messaging.system", "kafka")
        .add("messaging.operation.type", send ? "send" : "process")
        .add("messaging.operation.name", send ? "send" : "process")
        .add("messaging.destination.name", "order.events")
        .add("messaging.destination.partition.id", Integer.toString(random.nextInt(12)))
        .add("messaging.message.id", "{x16}")
        .add("messaging.client.id", send ? "producer-1" : "consumer-notification-3")
        .add("messaging.message.body.size", 300L + random.nextInt(400))
        .add("server.address", "kafka-0.shop.svc")
        .add("server.port", 9092L);
  }

  void internal(Wire span, int trace, Resource at) {
    common(span, trace)
        .add("code.function.name", "io.shop." + at.name() + ".Handler.compute")
        .add("code.file.path", "src/main/java/io/shop/Handler.java")
        .add("code.line.number", 40L + random.nextInt(20))
        .add("app.feature.flag", "checkout-v" + random.nextInt(3))
        .add("app.feature.on", random.nextBoolean())
        .add("app.cache.hit", random.nextBoolean())
        .add("app.score", random.nextInt(1000) / 1000d)
        .add("app.items", (long) random.nextInt(40))
        .add("app.currency", "KRW")
        .add("app.step", "price-" + random.nextInt(5));
  }

  private Attributes common(Wire span, int trace) {
    Attributes all = new Attributes(span, 9, trace);
    int thread = 20 + random.nextInt(200);
    all.add("thread.id", (long) thread)
        .add("thread.name", "http-nio-8080-exec-" + thread)
        .add("user.id", "u{user}")
        .add("session.id", "{session}")
        .add("app.tenant", "tenant-" + random.nextInt(30));
    if (numbered) {
      all.add("bench.request", "{request}");
    }
    return all;
  }

  String route() {
    return "/api/v1/"
        + RESOURCES[random.nextInt(RESOURCES.length)]
        + (random.nextBoolean() ? "/{id}" : "");
  }
}
