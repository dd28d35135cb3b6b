package io.opencop.telemetry.contract;

import io.opentelemetry.proto.resource.v1.Resource;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Span.SpanKind;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** One request through the shop. */
final class SampleTrace {
  private static final String[] PAGES = {"GET /", "GET /item/{id}", "POST /cart", "POST /order"};

  private final Random random;
  private String traceId;
  private int added;
  private Map<Resource, List<Span.Builder>> into;

  SampleTrace(Random random) {
    this.random = random;
  }

  /** Adds the spans of a new trace, each to its resource. */
  String next(Instant at, Map<Resource, List<Span.Builder>> byResource) {
    traceId = "%016x%016x".formatted(random.nextLong(), random.nextLong());
    into = byResource;
    added = 0;
    int page = random.nextInt(PAGES.length);
    double ms = duration();
    Resource web = any("web");
    Span.Builder root =
        add(
            web,
            null,
            PAGES[page],
            SpanKind.SPAN_KIND_SERVER,
            at,
            ms,
            "http.request.method",
            method(PAGES[page]),
            "http.route",
            PAGES[page].substring(PAGES[page].indexOf(' ') + 1),
            "session.id",
            "session-" + random.nextInt(30),
            "user.id",
            "사용자" + random.nextInt(50));
    boolean failed = random.nextInt(12) == 0;
    root.addAllAttributes(Otlp.attributes("http.response.status_code", failed ? 500 : 200));
    if (failed) {
      Otlp.failed(root, "실패 <b>" + page + "</b>").addEvents(exception(at.plusNanos(1000)));
    }
    call(web, root, "catalog", "GET /catalog", at, ms * 0.4, failed && page == 1);
    if (page == 3) {
      order(web, root, at.plusNanos((long) (ms * 4e5)), ms * 0.5, failed);
    }
    if (random.nextInt(5) == 0) {
      add(web, root, "render", SpanKind.SPAN_KIND_INTERNAL, at, ms * 0.1, odd());
    }
    return traceId;
  }

  private void order(Resource web, Span.Builder root, Instant at, double ms, boolean failed) {
    Span.Builder server = call(web, root, "order", "POST /orders", at, ms, failed);
    Resource order = any("order");
    call(order, server, "payment", "POST /pay", at, ms * 0.3, failed);
    add(
        order,
        server,
        "POST",
        SpanKind.SPAN_KIND_CLIENT,
        at,
        ms * 0.2,
        "http.request.method",
        "POST",
        "server.address",
        "bank.example.com",
        "server.port",
        443);
    Span.Builder send =
        add(
            order,
            server,
            "stock publish",
            SpanKind.SPAN_KIND_PRODUCER,
            at,
            1 + random.nextDouble(),
            "messaging.system",
            "kafka",
            "messaging.destination.name",
            "stock");
    Span.Builder take =
        add(
            any("inventory"),
            send,
            "stock process",
            SpanKind.SPAN_KIND_CONSUMER,
            at.plusMillis(40),
            duration(),
            "messaging.system",
            "kafka",
            "messaging.destination.name",
            "stock",
            "messaging.message.body.size",
            random.nextInt(5000));
    take.addLinks(
        Span.Link.newBuilder()
            .setTraceId(send.getTraceId())
            .setSpanId(send.getSpanId())
            .addAllAttributes(Otlp.attributes("kind", "batch")));
  }

  /** The CLIENT span, the SERVER span it reaches, and what that asks of its database. */
  private Span.Builder call(
      Resource from,
      Span.Builder parent,
      String service,
      String operation,
      Instant at,
      double ms,
      boolean failed) {
    Span.Builder client =
        add(
            from,
            parent,
            method(operation),
            SpanKind.SPAN_KIND_CLIENT,
            at,
            ms,
            "http.request.method",
            method(operation),
            "server.address",
            service,
            "server.port",
            8080,
            "url.full",
            "http://" + service + ":8080/" + random.nextInt(100));
    Resource to = any(service);
    Span.Builder server =
        add(
            to,
            client,
            operation,
            SpanKind.SPAN_KIND_SERVER,
            at.plusNanos(random.nextInt(900_000)),
            ms * 0.9,
            odd());
    if (failed) {
      Otlp.failed(client, "500");
      Otlp.failed(server, "pool exhausted").addEvents(exception(at.plusNanos(5)));
    }
    boolean redis = service.equals("catalog") && random.nextBoolean();
    if (redis) {
      add(
          to,
          server,
          "GET",
          SpanKind.SPAN_KIND_CLIENT,
          at,
          ms * 0.1,
          "db.system.name",
          "redis",
          "server.address",
          "cache",
          "server.port",
          6379);
    } else {
      add(
          to,
          server,
          "SELECT shop",
          SpanKind.SPAN_KIND_CLIENT,
          at,
          ms * 0.5,
          "db.system.name",
          "postgresql",
          "db.namespace",
          service,
          "server.address",
          "db",
          "server.port",
          5432,
          "db.query.text",
          "SELECT * FROM t WHERE id = ? AND n = '" + random.nextInt(3) + "'");
    }
    return server;
  }

  private Span.Builder add(
      Resource resource,
      Span.Builder parent,
      String name,
      SpanKind kind,
      Instant at,
      double ms,
      Object... attributes) {
    String id = Otlp.spanId(random.nextLong() | 1);
    String parentId =
        parent == null
            ? null
            : Otlp.spanId(ByteBuffer.wrap(parent.getSpanId().toByteArray()).getLong());
    // A child starts a little after its parent; no two spans start at the same nanosecond.
    Instant start = parent == null ? at : at.plusNanos(1_000L * ++added + random.nextInt(900));
    Span.Builder span = Otlp.span(traceId, id, parentId, name, kind, start, ms, attributes);
    into.computeIfAbsent(resource, r -> new ArrayList<>()).add(span);
    return span;
  }

  /** Attributes of many keys, of which few can have a column, and of every type. */
  private Object[] odd() {
    Object[] values = {
      "text",
      random.nextLong(),
      random.nextDouble(),
      random.nextBoolean(),
      List.of("a", (long) random.nextInt(9)),
      Map.of("deep", Map.of("n", 1L))
    };
    int type = random.nextInt(values.length);
    return new Object[] {
      "odd." + type + "." + random.nextInt(40), values[type], "thread.id", random.nextInt(64)
    };
  }

  private Span.Event exception(Instant at) {
    return Span.Event.newBuilder()
        .setName("exception")
        .setTimeUnixNano(Otlp.nanos(at))
        .addAllAttributes(
            Otlp.attributes("exception.type", "java.sql.SQLException", "exception.message", "풀 고갈"))
        .build();
  }

  /** Log-normal, some tens of milliseconds, with a long tail. */
  private double duration() {
    return Math.exp(3.2 + random.nextGaussian());
  }

  private static String method(String operation) {
    return operation.substring(0, operation.indexOf(' '));
  }

  private Resource any(String service) {
    return TelemetrySamples.resource(service, random.nextInt(4));
  }
}
