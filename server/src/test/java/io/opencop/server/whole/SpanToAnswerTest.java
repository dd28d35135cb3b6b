package io.opencop.server.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.opencop.model.message.CopException;
import io.opencop.server.OpenCop;
import io.opencop.server.Running;
import io.opencop.server.config.ConfigLoader;
import io.opencop.server.config.ConfigSources;
import io.opencop.server.config.LoadedConfig;
import io.opencop.server.contract.ContractReader;
import io.opencop.server.contract.Violation;
import io.opentelemetry.api.logs.Severity;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.exporter.otlp.http.logs.OtlpHttpLogRecordExporter;
import io.opentelemetry.exporter.otlp.trace.OtlpGrpcSpanExporter;
import io.opentelemetry.sdk.logs.SdkLoggerProvider;
import io.opentelemetry.sdk.logs.export.SimpleLogRecordProcessor;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole program on its disk store: from an SDK's span to an answer, over a restart. */
class SpanToAnswerTest {
  @TempDir Path folder;

  private final HttpClient client = HttpClient.newHttpClient();

  @Test
  void whatAnSdkSendsIsAnsweredAlsoAfterARestart() throws Exception {
    String traceId;
    try (Running running = OpenCop.start(config(), _ -> {})) {
      traceId = send(running);
      check(running, traceId);
      CopException second =
          catchThrowableOfType(CopException.class, () -> OpenCop.start(config(), _ -> {}));
      assertThat(second.notices().getFirst().code()).isEqualTo("COP-1103");
      assertThat(second.getMessage()).contains("process " + ProcessHandle.current().pid());
    }
    try (Running running = OpenCop.start(config(), _ -> {})) {
      check(running, traceId);
      call(running, "seal", "POST", "/api/v1/seal", "");
      check(running, traceId);
      Path target = folder.resolve("backup");
      JsonNode backup =
          call(running, "backup", "POST", "/api/v1/backup", "{\"path\":\"" + target + "\"}");
      assertThat(backup.path("files").asInt()).isPositive();
      assertThat(target.resolve("manifest.json")).isRegularFile();
    }
  }

  private LoadedConfig config() {
    return ConfigLoader.load(
        ConfigSources.of(
            "data.dir=" + folder.resolve("data"),
            "data.min-free=1MiB",
            "web.port=0",
            "otlp.grpc-port=0",
            "otlp.http-port=0",
            "self.enabled=false"));
  }

  private static String send(Running running) {
    Resource resource =
        Resource.builder().put("service.name", "주문").put("service.version", "2").build();
    String traceId;
    try (SdkTracerProvider tracing =
            SdkTracerProvider.builder()
                .setResource(resource)
                .addSpanProcessor(
                    SimpleSpanProcessor.create(
                        OtlpGrpcSpanExporter.builder()
                            .setEndpoint("http://127.0.0.1:" + running.grpcPort())
                            .setCompression("gzip")
                            .build()))
                .build();
        SdkLoggerProvider logging =
            SdkLoggerProvider.builder()
                .setResource(resource)
                .addLogRecordProcessor(
                    SimpleLogRecordProcessor.create(
                        OtlpHttpLogRecordExporter.builder()
                            .setEndpoint("http://127.0.0.1:" + running.httpPort() + "/v1/logs")
                            .build()))
                .build()) {
      Span span =
          tracing
              .get("test")
              .spanBuilder("GET /orders")
              .setSpanKind(SpanKind.SERVER)
              .setAttribute("http.route", "/orders")
              .startSpan();
      traceId = span.getSpanContext().getTraceId();
      try (var _ = span.makeCurrent()) {
        logging.get("test").logRecordBuilder().setSeverity(Severity.ERROR).setBody("실패 7").emit();
      }
      span.end();
      assertThat(tracing.forceFlush().join(20, TimeUnit.SECONDS).isSuccess()).isTrue();
      assertThat(logging.forceFlush().join(20, TimeUnit.SECONDS).isSuccess()).isTrue();
    }
    return traceId;
  }

  private void check(Running running, String traceId) throws Exception {
    JsonNode services = get(running, "listServices", "/api/v1/services");
    assertThat(services.at("/services/0/service").asText()).isEqualTo("주문");
    assertThat(services.at("/services/0/red/count").asLong()).isEqualTo(1);
    JsonNode traces = get(running, "searchTraces", "/api/v1/traces?attr=http.route%3D%2Forders");
    assertThat(traces.at("/traces/0/trace_id").asText()).isEqualTo(traceId);
    JsonNode trace = get(running, "getTrace", "/api/v1/traces/" + traceId);
    assertThat(trace.at("/spans/0/name").asText()).isEqualTo("GET /orders");
    assertThat(trace.at("/spans/0/attributes/http.route").asText()).isEqualTo("/orders");
    assertThat(trace.path("lean").asBoolean()).isFalse();
    leanTrace(running, traceId);
    JsonNode logs = get(running, "searchLogs", "/api/v1/logs?severity=error&trace_id=" + traceId);
    assertThat(logs.at("/logs/0/body").asText()).isEqualTo("실패 7");
    JsonNode overview = get(running, "overview", "/api/v1/overview");
    assertThat(overview.path("spans").asLong()).isEqualTo(1);
    get(running, "graph", "/api/v1/graph");
    get(running, "logPatterns", "/api/v1/logs/patterns");
    get(running, "platformHealth", "/api/v1/health");
    get(running, "sqlViews", "/api/v1/sql");
    JsonNode sql =
        call(
            running,
            "sql",
            "POST",
            "/api/v1/sql",
            "{\"query\":\"select count(*) as n from spans\"}");
    assertThat(sql.at("/rows/0/0").asLong()).isEqualTo(1);
  }

  /** What a lean trace leaves out, the span alone says. */
  private void leanTrace(Running running, String traceId) throws Exception {
    String path = "/api/v1/traces/" + traceId;
    assertThat(get(running, "getTrace", path + "?detail=auto").path("lean").asBoolean()).isFalse();
    JsonNode lean = get(running, "getTrace", path + "?detail=lean");
    assertThat(lean.path("lean").asBoolean()).isTrue();
    assertThat(lean.at("/spans/0/name").asText()).isEqualTo("GET /orders");
    assertThat(lean.at("/spans/0").has("attributes")).isFalse();
    assertThat(lean.at("/spans/0").has("resource")).isFalse();
    String spanId = lean.at("/spans/0/span_id").asText();
    JsonNode span = get(running, "getSpan", path + "/spans/" + spanId);
    assertThat(span.at("/span/attributes/http.route").asText()).isEqualTo("/orders");
    assertThat(span.at("/span/resource/service.name").asText()).isEqualTo("주문");
    assertThat(span.at("/cost/rows_read").asLong()).as("the trace just shown is at hand").isZero();
  }

  private JsonNode get(Running running, String operation, String path) throws Exception {
    return call(running, operation, "GET", path, "");
  }

  private JsonNode call(Running running, String id, String method, String path, String body)
      throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(running.url() + path))
            .header("authorization", "Bearer " + Files.readString(token()).trim())
            .header("content-type", "application/json")
            .method(method, BodyPublishers.ofString(body))
            .build();
    HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(path + answer.body()).isEqualTo(200);
    JsonNode json = new ObjectMapper().readTree(answer.body());
    List<Violation> found = new ArrayList<>();
    ContractReader.read().operation(id).answers().get("200").check("", json, found);
    assertThat(found).as(path + answer.body()).isEmpty();
    return json;
  }

  private Path token() {
    return folder.resolve("data").resolve("admin.token");
  }
}
