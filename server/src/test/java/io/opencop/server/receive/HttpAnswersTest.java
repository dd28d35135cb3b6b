package io.opencop.server.receive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.opencop.server.support.Bytes;
import io.opencop.server.support.Platform;
import io.opencop.server.support.RpcStatus;
import io.opencop.telemetry.AppendException;
import io.opencop.telemetry.AppendException.Reason;
import io.opencop.telemetry.Receipt;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** OTLP/HTTP, 1.11: what is answered, and in which form. */
class HttpAnswersTest {
  private static final String PROTOBUF = "application/x-protobuf";

  private static Platform platform;

  @BeforeAll
  static void start(@TempDir Path folder) {
    platform = new Platform(folder, "otlp.max-request=1MiB");
  }

  @AfterAll
  static void stop() {
    platform.close();
  }

  @BeforeEach
  void takeEverything() {
    platform.store.appended.clear();
    platform.store.answer =
        (_, _) -> CompletableFuture.completedFuture(new Receipt(1, 0, "", false));
  }

  @Test
  void fullSuccessIsAnEmptyMessage() {
    HttpResponse<byte[]> answer = post(PROTOBUF, null, Bytes.request());
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEmpty();
    assertThat(answer.headers().firstValue("content-type")).contains(PROTOBUF);
  }

  @Test
  void everyCompressionArrivesAsTheSameBytes() {
    byte[] plain = Bytes.request();
    assertThat(post(PROTOBUF, "gzip", Bytes.gzip(plain)).statusCode()).isEqualTo(200);
    assertThat(post(PROTOBUF, "zstd", Bytes.zstd(plain)).statusCode()).isEqualTo(200);
    assertThat(post(PROTOBUF, "deflate", Bytes.deflate(plain)).statusCode()).isEqualTo(200);
    assertThat(post(PROTOBUF, "identity", plain).statusCode()).isEqualTo(200);
    assertThat(post(PROTOBUF + "; charset=utf-8", null, plain).statusCode()).isEqualTo(200);
    assertThat(platform.store.appended)
        .hasSize(5)
        .allSatisfy(a -> assertThat(a.request()).isEqualTo(plain));
  }

  @Test
  void largeBodiesArriveWhole() {
    byte[] large = new byte[1 << 20];
    for (int i = 0; i < large.length; i++) {
      large[i] = (byte) (i * 31 + i / 7);
    }
    assertThat(post(PROTOBUF, null, large).statusCode()).isEqualTo(200);
    assertThat(post(PROTOBUF, "gzip", Bytes.gzip(large)).statusCode()).isEqualTo(200);
    assertThat(platform.store.appended)
        .hasSize(2)
        .allSatisfy(a -> assertThat(a.request()).isEqualTo(large));
  }

  @Test
  void partialSuccessSaysHowManyAndWhy() throws Exception {
    platform.store.answer =
        (_, _) -> CompletableFuture.completedFuture(new Receipt(1, 2, "no trace id", false));
    HttpResponse<byte[]> answer = post(PROTOBUF, null, Bytes.request());
    assertThat(answer.statusCode()).isEqualTo(200);
    ExportTraceServiceResponse response = ExportTraceServiceResponse.parseFrom(answer.body());
    assertThat(response.getPartialSuccess().getRejectedSpans()).isEqualTo(2);
    assertThat(response.getPartialSuccess().getErrorMessage()).isEqualTo("no trace id");
  }

  @Test
  void whatMayBeSentAgainSaysWhen() throws Exception {
    fail(Reason.OVERLOADED, Duration.ofMillis(2500));
    HttpResponse<byte[]> overloaded = post(PROTOBUF, null, Bytes.request());
    assertThat(overloaded.statusCode()).isEqualTo(429);
    assertThat(overloaded.headers().firstValue("retry-after")).contains("3");
    assertThat(RpcStatus.parse(overloaded.body()))
        .isEqualTo(new RpcStatus(8, "because", Duration.ofMillis(2500)));

    fail(Reason.STORAGE, Duration.ofSeconds(5));
    HttpResponse<byte[]> storage = post(PROTOBUF, null, Bytes.request());
    assertThat(storage.statusCode()).isEqualTo(503);
    assertThat(storage.headers().firstValue("retry-after")).contains("5");
  }

  @Test
  void whatMustNotBeSentAgainSaysSo() throws Exception {
    fail(Reason.MALFORMED, Duration.ZERO);
    HttpResponse<byte[]> answer = post(PROTOBUF, null, Bytes.request());
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.headers().firstValue("retry-after")).isEmpty();
    assertThat(RpcStatus.parse(answer.body())).isEqualTo(new RpcStatus(3, "because", null));
  }

  @Test
  void jsonIsAnsweredInJson() throws Exception {
    String traces =
        """
        {"resourceSpans":[{"scopeSpans":[{"spans":[{"traceId":"5b8efff798038103d269b633813fc60c",
        "spanId":"eee19b7ec3c1b174","name":"주문","kind":2,"startTimeUnixNano":"1"}]}]}]}\
        """;
    HttpResponse<byte[]> answer = post("application/json", "gzip", Bytes.gzip(utf8(traces)));
    assertThat(new String(answer.body(), UTF_8)).isEqualTo("{}");
    assertThat(answer.headers().firstValue("content-type")).contains("application/json");
    assertThat(
            ExportTraceServiceRequest.parseFrom(platform.store.appended.getFirst().request())
                .getResourceSpans(0)
                .getScopeSpans(0)
                .getSpans(0)
                .getName())
        .isEqualTo("주문");

    platform.store.answer =
        (_, _) -> CompletableFuture.completedFuture(new Receipt(1, 2, "a \"quote\"", false));
    assertThat(new String(post("application/json", null, utf8(traces)).body(), UTF_8))
        .isEqualTo(
            "{\"partialSuccess\":{\"rejectedSpans\":\"2\",\"errorMessage\":\"a \\\"quote\\\"\"}}");

    fail(Reason.OVERLOADED, Duration.ofMillis(1500));
    String refused = new String(post("application/json", null, utf8(traces)).body(), UTF_8);
    assertThat(refused).contains("\"code\":8").contains("\"retryDelay\":\"1.500000000s\"");
  }

  @Test
  void badJsonNamesThePlace() {
    String bad = "{\"resourceSpans\":[{\"scopeSpans\":[{\"spans\":[{\"traceId\":\"xyz\"}]}]}]}";
    HttpResponse<byte[]> answer = post("application/json", null, utf8(bad));
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(new String(answer.body(), UTF_8))
        .contains("\"code\":3")
        .contains("/resourceSpans/0/scopeSpans/0/spans/0/traceId");
  }

  private static byte[] utf8(String text) {
    return text.getBytes(UTF_8);
  }

  @Test
  void methodTypeEncodingAndPathAreChecked() {
    HttpResponse<String> get = platform.send(HttpRequest.newBuilder(platform.otlp("/v1/traces")));
    assertThat(get.statusCode()).isEqualTo(405);
    assertThat(get.headers().firstValue("allow")).contains("POST");
    assertThat(post("text/plain", null, Bytes.request()).statusCode()).isEqualTo(415);
    HttpResponse<byte[]> encoding = post(PROTOBUF, "br", Bytes.request());
    assertThat(encoding.statusCode()).isEqualTo(415);
    assertThat(encoding.headers().firstValue("accept-encoding").orElseThrow()).contains("gzip");
    assertThat(
            platform
                .send(
                    HttpRequest.newBuilder(platform.otlp("/v1/profiles"))
                        .header("content-type", PROTOBUF)
                        .POST(BodyPublishers.ofByteArray(Bytes.request())))
                .statusCode())
        .isEqualTo(404);
    assertThat(platform.store.appended).isEmpty();
  }

  @Test
  void brokenCompressionIsTheSendersFault() throws Exception {
    byte[] cut = Bytes.gzip(Bytes.request());
    cut = java.util.Arrays.copyOf(cut, cut.length - 9);
    HttpResponse<byte[]> answer = post(PROTOBUF, "gzip", cut);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(RpcStatus.parse(answer.body()).message()).contains("GZIP");
    assertThat(post(PROTOBUF, "zstd", utf8("not zstd")).statusCode()).isEqualTo(400);
    assertThat(post(PROTOBUF, "deflate", utf8("nor this")).statusCode()).isEqualTo(400);
    assertThat(platform.store.appended).isEmpty();
  }

  private static void fail(Reason reason, Duration retryAfter) {
    platform.store.answer =
        (_, _) ->
            CompletableFuture.failedFuture(new AppendException(reason, "because", retryAfter));
  }

  private static HttpResponse<byte[]> post(String type, String encoding, byte[] body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(platform.otlp("/v1/traces"))
            .header("content-type", type)
            .POST(BodyPublishers.ofByteArray(body));
    if (encoding != null) {
      request.header("content-encoding", encoding);
    }
    return platform.send(request, BodyHandlers.ofByteArray());
  }
}
