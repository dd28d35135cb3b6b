package io.opencop.runtime.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.opencop.runtime.gateway.GatewaySettings.Patience;
import io.opencop.runtime.gateway.telemetry.TelemetrySettings;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the gateway says of its requests, as a collector gets it. */
class TelemetryTest {
  private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
  private static final String PARENT = "b7ad6b7169203331";

  @TempDir Path folder;
  private final List<JsonObject> traces = new CopyOnWriteArrayList<>();
  private final List<JsonObject> metrics = new CopyOnWriteArrayList<>();
  private final List<String> seen = new CopyOnWriteArrayList<>();
  private final List<String> tokens = new CopyOnWriteArrayList<>();
  private final AtomicInteger answer = new AtomicInteger(200);

  private JdkApp collector() {
    return new JdkApp(exchange -> {
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      tokens.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
      boolean spans = exchange.getRequestURI().getPath().equals("/v1/traces");
      (spans ? traces : metrics).add(new JsonObject(body));
      JdkApp.answer(exchange, answer.get(), "{}");
    });
  }

  private JdkApp application() {
    return new JdkApp(exchange -> {
      seen.add(String.valueOf(exchange.getRequestHeaders().getFirst("traceparent")));
      JdkApp.answer(exchange, exchange.getRequestURI().getPath().equals("/fail") ? 500 : 200, "x");
    });
  }

  private Gateway gateway(int collector, String ratio) {
    return Gateway.start(
        new GatewaySettings(
            "127.0.0.1",
            0,
            Optional.empty(),
            folder,
            Patience.DEFAULT,
            false,
            TelemetrySettings.of(
                Map.of(
                    "OTEL_EXPORTER_OTLP_ENDPOINT",
                    "http://127.0.0.1:" + collector + "/",
                    "OTEL_EXPORTER_OTLP_HEADERS",
                    "Authorization=Bearer%20secret",
                    "OTEL_TRACES_SAMPLER_ARG",
                    ratio)),
            GatewaySettings.Origin.UNKNOWN),
        _ -> {});
  }

  private static void get(Gateway gateway, String path, String... headers) throws Exception {
    String more = String.join("\r\n", headers);
    RawHttp.ask(
        gateway.port(),
        "GET "
            + path
            + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n"
            + (more.isEmpty() ? "" : more + "\r\n")
            + "\r\n");
  }

  private static List<JsonObject> spans(List<JsonObject> traces) {
    return traces.stream()
        .flatMap(t -> t.getJsonArray("resourceSpans").stream())
        .flatMap(r -> ((JsonObject) r).getJsonArray("scopeSpans").stream())
        .flatMap(s -> ((JsonObject) s).getJsonArray("spans").stream())
        .map(JsonObject.class::cast)
        .toList();
  }

  @Test
  void aRequestIsASpanOfItsTraceOrBeginsOne() throws Exception {
    try (JdkApp collector = collector();
        JdkApp app = application();
        Bed bed = new Bed(folder);
        Gateway gateway = gateway(collector.port(), "1")) {
      bed.route(Bed.ready("a", app.port()));
      Awaitility.await().until(() -> gateway.routes().revision() > 0);
      get(gateway, "/", "traceparent: 00-" + TRACE + "-" + PARENT + "-01", "tracestate: k=v");
      get(gateway, "/quiet", "traceparent: 00-" + TRACE + "-" + PARENT + "-00");
      get(gateway, "/fail?q=secret");
      Awaitility.await().atMost(Bed.PATIENCE).until(() -> spans(traces).size() == 2);
      JsonObject joined = spans(traces).get(0);
      assertThat(joined.getString("traceId")).isEqualTo(TRACE);
      assertThat(joined.getString("parentSpanId")).isEqualTo(PARENT);
      assertThat(seen.get(0)).isEqualTo("00-" + TRACE + "-" + joined.getString("spanId") + "-01");
      assertThat(seen.get(1)).isEqualTo("00-" + TRACE + "-" + PARENT + "-00");
      JsonObject begun = spans(traces).get(1);
      assertThat(begun.getString("parentSpanId")).isNull();
      assertThat(begun.getJsonObject("status").getInteger("code")).isEqualTo(2);
      assertThat(begun.encode()).contains("/fail").doesNotContain("secret");
      assertThat(seen.get(2)).contains(begun.getString("traceId"));
      assertThat(tokens).containsOnly("Bearer secret");
      assertThat(metrics.getLast().encode())
          .contains("http.server.request.duration")
          .contains("\"opencop.app\"")
          .contains("{\"intValue\":\"500\"}");
    }
  }

  @Test
  void whatCannotBeDeliveredIsCounted() throws Exception {
    try (JdkApp collector = collector();
        JdkApp app = application();
        Bed bed = new Bed(folder);
        Gateway gateway = gateway(collector.port(), "1")) {
      bed.route(Bed.ready("a", app.port()));
      Awaitility.await().until(() -> gateway.routes().revision() > 0);
      answer.set(503);
      get(gateway, "/");
      Awaitility.await().atMost(Bed.PATIENCE).until(() -> spans(traces).size() == 1);
      answer.set(200);
      Awaitility.await()
          .atMost(Bed.PATIENCE)
          .until(() -> metrics.getLast().encode().contains("\"asInt\":\"1\""));
    }
  }

  @Test
  void noTraceBeginsWhereNoneShall() throws Exception {
    try (JdkApp collector = collector();
        JdkApp app = application();
        Bed bed = new Bed(folder);
        Gateway gateway = gateway(collector.port(), "0")) {
      bed.route(Bed.ready("a", app.port()));
      Awaitility.await().until(() -> gateway.routes().revision() > 0);
      get(gateway, "/", "traceparent: nonsense");
      Awaitility.await()
          .atMost(Bed.PATIENCE)
          .until(() -> metrics.stream().anyMatch(m -> m.encode().contains("\"count\":\"1\"")));
      assertThat(seen).containsExactly("null");
      assertThat(traces).isEmpty();
    }
  }
}
