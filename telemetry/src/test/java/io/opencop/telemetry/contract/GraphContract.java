package io.opencop.telemetry.contract;

import static io.opencop.telemetry.contract.Otlp.failed;
import static io.opencop.telemetry.contract.Otlp.request;
import static io.opencop.telemetry.contract.Otlp.resource;
import static io.opencop.telemetry.contract.Otlp.spanId;
import static io.opencop.telemetry.contract.Otlp.spans;
import static io.opencop.telemetry.contract.Otlp.traceId;
import static io.opencop.telemetry.contract.Otlp.traces;
import static org.assertj.core.api.Assertions.assertThat;

import io.opencop.model.TimeRange;
import io.opencop.telemetry.query.Graph;
import io.opencop.telemetry.query.Graph.Edge;
import io.opencop.telemetry.query.Graph.Node;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Span.SpanKind;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The service graph. */
abstract class GraphContract extends Behaviour {
  @Test
  void bothSidesInstrumented() {
    callFromWebToApi(1);
    Graph g = graph(null);
    assertThat(edges(g)).containsExactlyInAnyOrder("user>web 1/0", "web>api 1/0");
    assertThat(kinds(g)).containsExactlyInAnyOrder("user:user", "service:web", "service:api");
    assertThat(node(g, "api").red().count()).isEqualTo(1);
    assertThat(node(g, "api").instances()).isEqualTo(1);
  }

  @Test
  void onlyTheCallerInstrumented() {
    send(
        traces(
            spans(
                resource("web", null, null),
                request(1, "GET /", at(1), 100),
                failed(
                    call(
                        1,
                        2,
                        1,
                        "http.request.method",
                        "POST",
                        "server.address",
                        "pay.example.com",
                        "server.port",
                        443),
                    "503"))));
    Graph g = graph(null);
    assertThat(edges(g)).containsExactlyInAnyOrder("user>web 1/0", "web>pay.example.com 1/1");
    assertThat(node(g, "pay.example.com").kind()).isEqualTo("external");
    assertThat(node(g, "pay.example.com").ports()).containsExactly(443);
    assertThat(node(g, "pay.example.com").ephemeralPorts()).isZero();
  }

  @Test
  void aHostIsOneNodeWhateverItsPorts() {
    for (int i = 0; i < 6; i++) {
      Object port = i == 5 ? 9200 : 41_000 + i / 2;
      send(
          traces(
              spans(
                  resource(i < 3 ? "web" : "api", null, null),
                  call(
                      1 + i, 20 + i, 90 + i, "server.address", "127.0.0.1", "server.port", port))));
    }
    Graph g = graph(null);
    assertThat(edges(g)).containsExactlyInAnyOrder("web>127.0.0.1 3/0", "api>127.0.0.1 3/0");
    assertThat(node(g, "127.0.0.1").ports()).containsExactly(9200);
    assertThat(node(g, "127.0.0.1").ephemeralPorts()).isEqualTo(3);
  }

  @Test
  void healthChecksAreCountedApart() {
    send(
        traces(
            spans(
                resource("api", null, null),
                request(1, "GET /actuator/health", at(1), 1),
                request(2, "GET /actuator/health/readiness", at(2), 1),
                request(3, "GET /orders", at(3), 1)),
            spans(resource("idle", null, null), request(4, "GET /healthz", at(4), 1))));
    Graph g = graph(null);
    assertThat(edges(g)).containsExactlyInAnyOrder("user>api 3/0", "user>idle 1/0");
    assertThat(g.edges().stream().map(Edge::healthChecks)).containsExactlyInAnyOrder(2L, 1L);
  }

  @Test
  void onlyTheCalledInstrumented() {
    send(
        traces(
            spans(
                resource("api", null, null),
                Otlp.span(
                    traceId(1),
                    spanId(2),
                    spanId(99),
                    "GET /",
                    SpanKind.SPAN_KIND_SERVER,
                    at(1),
                    10))));
    assertThat(edges(graph(null)))
        .as("its caller passes the context on but reports nothing")
        .containsExactly("user>api 1/0");
    assertThat(value(store.overview(TEN_MINUTES)).red().count()).isEqualTo(1);
  }

  @Test
  void databases() {
    send(
        traces(
            spans(
                resource("order", null, null),
                request(1, "POST /", at(1), 100),
                call(
                    1,
                    2,
                    1,
                    "db.system.name",
                    "postgresql",
                    "db.namespace",
                    "orders",
                    "server.address",
                    "db1",
                    "server.port",
                    5432),
                call(1, 3, 1, "db.system", "postgresql", "db.name", "orders"),
                failed(
                    call(
                        1,
                        4,
                        1,
                        "db.system.name",
                        "redis",
                        "server.address",
                        "cache",
                        "server.port",
                        6379),
                    "x"))));
    Graph g = graph(null);
    assertThat(edges(g))
        .containsExactlyInAnyOrder("user>order 1/0", "order>orders 2/0", "order>cache:6379 1/1");
    assertThat(node(g, "orders").kind()).isEqualTo("database");
    assertThat(node(g, "orders").system()).isEqualTo("postgresql");
  }

  @Test
  void queues() {
    send(
        traces(
            spans(
                resource("order", null, null),
                request(1, "POST /", at(1), 100),
                Otlp.span(
                    traceId(1),
                    spanId(2),
                    spanId(1),
                    "stock publish",
                    SpanKind.SPAN_KIND_PRODUCER,
                    at(1),
                    5,
                    "messaging.system",
                    "kafka",
                    "messaging.destination.name",
                    "stock")),
            spans(
                resource("inventory", null, null),
                Otlp.span(
                    traceId(1),
                    spanId(3),
                    spanId(2),
                    "stock process",
                    SpanKind.SPAN_KIND_CONSUMER,
                    at(2),
                    50,
                    "messaging.system",
                    "kafka",
                    "messaging.destination.name",
                    "stock"))));
    Graph g = graph(null);
    assertThat(edges(g))
        .containsExactlyInAnyOrder("user>order 1/0", "order>stock 1/0", "stock>inventory 1/0");
    assertThat(node(g, "stock").kind()).isEqualTo("queue");
    assertThat(node(g, "stock").system()).isEqualTo("kafka");
    assertThat(g.edges().stream().filter(Edge::async)).hasSize(2);
  }

  @Test
  void whatWasLearntHoldsForCallsWhoseAnswerIsNotReported() {
    callFromWebToApi(1);
    send(
        traces(
            spans(
                resource("web", null, null),
                call(
                    7,
                    71,
                    70,
                    "http.request.method",
                    "GET",
                    "server.address",
                    "api",
                    "server.port",
                    8080))));
    assertThat(edges(graph(null))).contains("web>api 2/0");
  }

  @Test
  void oneServiceAndItsNeighbours() {
    callFromWebToApi(1);
    send(
        traces(
            spans(
                resource("api", null, null),
                call(1, 50, 3, "db.system.name", "mysql", "db.namespace", "x"))));
    assertThat(edges(graph("web"))).containsExactlyInAnyOrder("user>web 1/0", "web>api 1/0");
    assertThat(kinds(graph("web")))
        .containsExactlyInAnyOrder("user:user", "service:web", "service:api");
    assertThat(edges(graph("api"))).containsExactlyInAnyOrder("web>api 1/0", "api>x 1/0");
    assertThat(graph("nobody").nodes()).isEmpty();
    assertThat(graph("nobody").edges()).isEmpty();
  }

  @Test
  void onePeerInFrontOfTwoServices() {
    for (int i = 1; i <= 10; i++) {
      String target = i % 2 == 0 ? "cart" : "catalog";
      send(
          traces(
              spans(
                  resource("web", null, null),
                  call(
                      i,
                      10L * i,
                      9_000 + i,
                      "http.request.method",
                      "GET",
                      "server.address",
                      "gateway")),
              spans(
                  resource(target, null, null),
                  Otlp.span(
                      traceId(i),
                      spanId(10L * i + 1),
                      spanId(10L * i),
                      "GET",
                      SpanKind.SPAN_KIND_SERVER,
                      at(i),
                      5))));
    }
    assertThat(edges(graph(null))).containsExactlyInAnyOrder("web>cart 5/0", "web>catalog 5/0");
  }

  @Test
  void outsideTheRangeThereIsNothing() {
    callFromWebToApi(1);
    Graph g = value(store.graph(new TimeRange(at(3000), at(3600)), null));
    assertThat(g.nodes()).isEmpty();
    assertThat(g.edges()).isEmpty();
  }

  private void callFromWebToApi(long trace) {
    send(
        traces(
            spans(
                resource("web", null, null),
                request(trace, "GET /", at(1), 100),
                call(
                    trace,
                    2,
                    trace,
                    "http.request.method",
                    "GET",
                    "server.address",
                    "api",
                    "server.port",
                    8080)),
            spans(
                resource("api", null, null),
                Otlp.span(
                    traceId(trace),
                    spanId(3),
                    spanId(2),
                    "GET /x",
                    SpanKind.SPAN_KIND_SERVER,
                    at(1.02),
                    20))));
  }

  private static Span.Builder call(long trace, long id, long parent, Object... attributes) {
    return Otlp.span(
        traceId(trace),
        spanId(id),
        spanId(parent),
        "call",
        SpanKind.SPAN_KIND_CLIENT,
        at(1.01),
        40,
        attributes);
  }

  private Graph graph(String service) {
    return value(store.graph(TEN_MINUTES, service));
  }

  private static Node node(Graph g, String name) {
    return g.nodes().stream().filter(n -> n.name().equals(name)).findFirst().orElseThrow();
  }

  private static List<String> kinds(Graph g) {
    return g.nodes().stream().map(n -> n.kind() + ":" + n.name()).toList();
  }

  /** from>to count/errors, by name. */
  private static List<String> edges(Graph g) {
    var names = g.nodes().stream().collect(Collectors.toMap(Node::id, Node::name));
    return g.edges().stream()
        .map(e ->
            names.get(e.from())
                + ">"
                + names.get(e.to())
                + " "
                + e.red().count()
                + "/"
                + e.red().errors())
        .toList();
  }
}
