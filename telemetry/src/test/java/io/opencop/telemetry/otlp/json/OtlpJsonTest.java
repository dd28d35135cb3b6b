package io.opencop.telemetry.otlp.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opencop.model.Signal;
import io.opencop.telemetry.otlp.RandomOtlp;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.trace.v1.Span;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** OTLP/JSON becomes the very message it spells. */
class OtlpJsonTest {
  @Property(tries = 200)
  void traces(@ForAll long seed) throws Exception {
    ExportTraceServiceRequest sent = new RandomOtlp(seed).traces();
    byte[] json = new OtlpJsonWriter(seed).write(sent).getBytes(UTF_8);
    assertThat(ExportTraceServiceRequest.parseFrom(OtlpJson.toProtobuf(Signal.SPANS, json)))
        .isEqualTo(sent);
  }

  @Property(tries = 200)
  void logs(@ForAll long seed) throws Exception {
    ExportLogsServiceRequest sent = new RandomOtlp(seed).logs();
    byte[] json = new OtlpJsonWriter(seed).write(sent).getBytes(UTF_8);
    assertThat(ExportLogsServiceRequest.parseFrom(OtlpJson.toProtobuf(Signal.LOGS, json)))
        .isEqualTo(sent);
  }

  @Property(tries = 200)
  void metrics(@ForAll long seed) throws Exception {
    ExportMetricsServiceRequest sent = new RandomOtlp(seed).metrics();
    byte[] json = new OtlpJsonWriter(seed).write(sent).getBytes(UTF_8);
    assertThat(ExportMetricsServiceRequest.parseFrom(OtlpJson.toProtobuf(Signal.METRICS, json)))
        .isEqualTo(sent);
  }

  /** Whatever comes: a request, or an error with a place; nothing else. */
  @Property(tries = 1000)
  void mutatedTextIsReadOrRefused(@ForAll long seed) {
    Random random = new Random(seed);
    byte[] json = new OtlpJsonWriter(seed).write(new RandomOtlp(seed).logs()).getBytes(UTF_8);
    for (int i = random.nextInt(5); i >= 0; i--) {
      json[random.nextInt(json.length)] =
          (byte)
              (random.nextBoolean() ? random.nextInt(256) : "{}[]\",:0n".charAt(random.nextInt(9)));
    }
    try {
      OtlpJson.toProtobuf(Signal.LOGS, json);
    } catch (OtlpJsonException e) {
      assertThat(e.getMessage()).startsWith("malformed OTLP/JSON at /");
    }
  }

  @Example
  void asACurlUserTypesIt() throws Exception {
    Span span =
        span(
            """
            {"traceId": "5B8EFFF798038103D269B633813FC60C", "spanId": "eee19b7ec3c1b174",
             "parentSpanId": "", "name": "I'm a server span", "kind": 2,
             "startTimeUnixNano": "1544712660000000000", "endTimeUnixNano": 1544712661000000000,
             "attributes": [{"key": "my.attr", "value": {"stringValue": "some value"}}, {"key": "n",
               "value": {"intValue": "-9223372036854775808"}}, {"key": "none", "value": null}],
             "status": {"code": "STATUS_CODE_ERROR", "message": null}}
            """);
    assertThat(span.getTraceId().size()).isEqualTo(16);
    assertThat(span.getTraceId().byteAt(0)).isEqualTo((byte) 0x5b);
    assertThat(span.getParentSpanId().isEmpty()).isTrue();
    assertThat(span.getKind()).isEqualTo(Span.SpanKind.SPAN_KIND_SERVER);
    assertThat(span.getStartTimeUnixNano()).isEqualTo(1544712660000000000L);
    assertThat(span.getEndTimeUnixNano()).isEqualTo(1544712661000000000L);
    assertThat(span.getAttributes(0).getValue().getStringValue()).isEqualTo("some value");
    assertThat(span.getAttributes(1).getValue().getIntValue()).isEqualTo(Long.MIN_VALUE);
    assertThat(span.getAttributes(2).hasValue()).isFalse();
    assertThat(span.getStatus().getCodeValue()).isEqualTo(2);
  }

  @Example
  void halfASurrogatePairBecomesTheReplacementCharacter() throws Exception {
    assertThat(span("{\"name\": \"a\\ud83db\"}").getName()).isEqualTo("a\ufffdb");
    assertThat(span("{\"name\": \"\\ud83d\\ude00\"}").getName()).isEqualTo("😀");
  }

  @Example
  void errorsNameThePlaceAndWhatWasExpected() {
    refused("{\"kind\": \"SERVER\"}", "/kind", "one of [SPAN_KIND_UNSPECIFIED, ");
    refused("{\"traceId\": \"abc\"}", "/traceId", "an even number of hex digits, found \"abc\"");
    refused("{\"name\": 7}", "/name", "a string, found 7");
    refused("{\"attributes\": {}}", "/attributes", "an array, found an object");
    refused("{\"attributes\": [null]}", "/attributes/0", "an object, found null");
    refused(
        "{\"attributes\": [{}, {\"value\": {\"intValue\": 1.5}}]}",
        "/attributes/1/value/intValue",
        "an integer, found 1.5");
    refused("{\"startTimeUnixNano\": -1}", "/startTimeUnixNano", "from 0 to 18446744073709551615");
    refused("{\"startTimeUnixNano\": 1e999999999}", "/startTimeUnixNano", "an integer");
    refused("{\"flags\": \"\"}", "/flags", "an integer");
    refused(
        "{\"attributes\": [{\"value\": {\"boolValue\": \"yes\"}}]}",
        "/attributes/0/value/boolValue",
        "true or false");
    refused(
        "{\"attributes\": [{\"value\": {\"doubleValue\": 1e400}}]}",
        "/attributes/0/value/doubleValue",
        "fits a double");
    refused(
        "{\"attributes\": [{\"value\": {\"bytesValue\": \"*\"}}]}",
        "/attributes/0/value/bytesValue",
        "base64");
  }

  @Example
  void documentsThatAreNone() {
    assertThatThrownBy(() -> read("")).hasMessageContaining("the body is empty");
    assertThatThrownBy(() -> read("[]")).hasMessageContaining("an object, found an array");
    assertThatThrownBy(() -> read("{} {}")).hasMessageContaining("the end of the document");
    assertThatThrownBy(() -> read("{\"resourceSpans\":[")).hasMessageContaining("column: ");
    assertThatThrownBy(() -> OtlpJson.toProtobuf(Signal.SPANS, new byte[] {'{', '"', (byte) 0xff}))
        .isInstanceOf(OtlpJsonException.class);
  }

  @Example
  void depthAndSizeAreBounded() {
    String open = "{\"arrayValue\":{\"values\":[";
    refused(
        "{\"attributes\":[{\"value\":" + open.repeat(60) + "{}" + "]}}".repeat(60) + "}]}",
        "/attributes/0/value",
        "nested deeper than 100 messages");
    assertThatThrownBy(() -> read("{\"x\":" + "[".repeat(100_000)))
        .isInstanceOf(OtlpJsonException.class);
    String numbers =
        "{\"resourceMetrics\":[{\"scopeMetrics\":[{\"metrics\":[{\"histogram\":"
            + "{\"dataPoints\":[{\"explicitBounds\":["
            + "0,".repeat(10_000)
            + "0]}]}}]}]}]}";
    byte[] body = numbers.getBytes(UTF_8);
    assertThat(OtlpJson.toProtobuf(Signal.METRICS, body, 100_000)).hasSizeLessThan(100_000);
    assertThatThrownBy(() -> OtlpJson.toProtobuf(Signal.METRICS, body, 50_000))
        .hasMessageContaining("larger than 50000 bytes");
  }

  private static Span span(String json) throws Exception {
    return ExportTraceServiceRequest.parseFrom(read(wrapped(json)))
        .getResourceSpans(0)
        .getScopeSpans(0)
        .getSpans(0);
  }

  private static void refused(String span, String path, String message) {
    assertThatThrownBy(() -> read(wrapped(span)))
        .isInstanceOf(OtlpJsonException.class)
        .hasMessageContaining("/resourceSpans/0/scopeSpans/0/spans/0" + path)
        .hasMessageContaining(message);
  }

  private static String wrapped(String span) {
    return "{\"resourceSpans\":[{\"scopeSpans\":[{\"spans\":[" + span + "]}]}]}";
  }

  private static byte[] read(String json) {
    return OtlpJson.toProtobuf(Signal.SPANS, json.getBytes(UTF_8));
  }
}
