package io.opencop.telemetry.otlp;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.ArrayValue;
import io.opentelemetry.proto.common.v1.KeyValueList;
import io.opentelemetry.proto.trace.v1.Span;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Every kind of AnyValue, as JSON text and as a Java object. */
class AnyValuesTest {
  @Test
  void everyKind() {
    is(text("a\"\\\n\u0001é😀"), "\"a\\\"\\\\\\n\\u0001é😀\"", "a\"\\\n\u0001é😀");
    is(AnyValue.newBuilder().setBoolValue(true), "true", true);
    is(AnyValue.newBuilder().setBoolValue(false), "false", false);
    is(AnyValue.newBuilder().setIntValue(7), "7", 7L);
    is(AnyValue.newBuilder().setIntValue(Long.MIN_VALUE), "-9223372036854775808", Long.MIN_VALUE);
    is(AnyValue.newBuilder().setDoubleValue(7), "7.0", 7.0);
    is(AnyValue.newBuilder().setDoubleValue(1e300), "1.0E300", 1e300);
    is(AnyValue.newBuilder().setDoubleValue(Double.NaN), "\"NaN\"", "NaN");
    is(
        AnyValue.newBuilder().setDoubleValue(Double.NEGATIVE_INFINITY),
        "\"-Infinity\"",
        "-Infinity");
    is(
        AnyValue.newBuilder().setBytesValue(ByteString.copyFrom(new byte[] {0, (byte) 0xff})),
        "\"AP8=\"",
        "AP8=");
    is(AnyValue.newBuilder(), "null", null);
    is(AnyValue.newBuilder().setStringValueStrindex(5), "null", null);
    is(AnyValue.newBuilder().setArrayValue(ArrayValue.getDefaultInstance()), "[]", List.of());
    is(AnyValue.newBuilder().setKvlistValue(KeyValueList.getDefaultInstance()), "{}", Map.of());
  }

  @Test
  void nested() {
    AnyValue.Builder value =
        AnyValue.newBuilder()
            .setArrayValue(
                ArrayValue.newBuilder()
                    .addValues(AnyValue.newBuilder())
                    .addValues(text("x"))
                    .addValues(
                        AnyValue.newBuilder()
                            .setKvlistValue(
                                KeyValueList.newBuilder()
                                    .addValues(Requests.attribute("k", text("v")))
                                    .addValues(
                                        Requests.attribute(
                                            "n", AnyValue.newBuilder().setIntValue(1))))));
    is(
        value,
        "[null,\"x\",{\"k\":\"v\",\"n\":1}]",
        Arrays.asList(null, "x", Map.of("k", "v", "n", 1L)));
  }

  @Test
  void textThatIsNotUtf8IsMendedAtEveryDepth() {
    byte[] bytes =
        Requests.bytes(
            Requests.span()
                .setName("n?n")
                .addAttributes(Requests.attribute("k?", "v?"))
                .addAttributes(
                    Requests.attribute(
                        "a",
                        AnyValue.newBuilder()
                            .setArrayValue(ArrayValue.newBuilder().addValues(text("e?"))))));
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = bytes[i] == '?' ? (byte) 0xff : bytes[i];
    }
    ReadCounters counters =
        Requests.spans(
            bytes,
            OtlpLimits.DEFAULT,
            v -> {
              assertThat(Rebuild.text(v.buf(), v.nameOff(), v.nameLen())).isEqualTo("n\ufffdn");
              assertThat(v.spanId()).isEqualTo(0x1112131415161718L);
              JsonText json = new JsonText();
              new AnyValues().json(json, v.attributes());
              assertThat(json).hasToString("{\"k\ufffd\":\"v\ufffd\",\"a\":[\"e\ufffd\"]}");
            });
    assertThat(counters.textsRepaired()).isEqualTo(3);
  }

  private static AnyValue.Builder text(String text) {
    return AnyValue.newBuilder().setStringValue(text);
  }

  private static void is(AnyValue.Builder value, String json, Object object) {
    Span.Builder span = Requests.span().addAttributes(Requests.attribute("k", value));
    Requests.spans(
        Requests.bytes(span),
        OtlpLimits.DEFAULT,
        v -> {
          JsonText text = new JsonText();
          new AnyValues().json(text, v.attributes(), 0);
          assertThat(text).hasToString(json);
          assertThat(new AnyValues().object(v.attributes(), 0)).isEqualTo(object);
        });
  }
}
