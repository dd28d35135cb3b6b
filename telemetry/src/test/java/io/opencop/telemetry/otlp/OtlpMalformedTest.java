package io.opencop.telemetry.otlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import io.opencop.model.Signal;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.ArrayValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.common.v1.KeyValueList;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each way in which bytes can fail to be a message has its own words and its place. */
class OtlpMalformedTest {
  @ParameterizedTest
  @CsvSource({
    "00,                       0, field number 0",
    "05,                       0, field number 0",
    "0a,                       1, truncated",
    "0a 05 00,                 1, 'length 5, but only 1 bytes left in the enclosing message'",
    "0a ff ff ff ff 0f,        1, negative length -1",
    "0a 02 12 05,              3, 'length 5, but only 0 bytes left in the enclosing message'",
    "80 01 80,                 2, truncated",
    "98 06 ff ff ff ff ff ff ff ff ff ff 01, 12, varint longer than 10 bytes",
    "99 06 01 02 03,           2, truncated",
    "9d 06 01 02 03,           2, truncated",
    "9e 06,                    2, wire type 6",
    "9f 06,                    2, wire type 7",
    "9c 06,                    2, end of a group that never began",
    "9b 06 a4 06,              2, group 99 ended as 100",
    "9b 06,                    2, truncated",
    "80,                       0, truncated",
  })
  void hasItsWords(String hex, int offset, String words) {
    byte[] bytes = HexFormat.of().parseHex(hex.replace(" ", ""));
    for (Signal signal : Signal.values()) {
      assertThatThrownBy(() -> OtlpCheck.check(signal, bytes, 0, bytes.length, OtlpLimits.DEFAULT))
          .isInstanceOf(OtlpMalformedException.class)
          .hasMessageStartingWith("malformed OTLP at byte ")
          .hasMessageEndingWith(words);
      assertThatThrownBy(() -> ExportTraceServiceRequest.parseFrom(bytes))
          .isInstanceOf(InvalidProtocolBufferException.class);
    }
  }

  /** A hundred levels and not one more, the request itself included: protobuf's own measure. */
  @Test
  void nestsAsDeepAsProtobufAllows() throws Exception {
    int accepted = 0;
    for (int levels = 1; levels < 70; levels++) {
      for (boolean map : new boolean[] {false, true}) {
        byte[] bytes = nested(levels, map);
        boolean theirs;
        try {
          theirs = ExportTraceServiceRequest.parseFrom(bytes).getResourceSpansCount() == 1;
        } catch (InvalidProtocolBufferException e) {
          theirs = false;
        }
        boolean ours;
        try {
          OtlpCheck.check(Signal.SPANS, bytes, 0, bytes.length, OtlpLimits.DEFAULT);
          ours = true;
        } catch (OtlpMalformedException e) {
          assertThat(e.getMessage()).contains("nested deeper than 100 messages");
          ours = false;
        }
        assertThat(ours).as("%s levels, map %s", levels, map).isEqualTo(theirs);
        if (ours) {
          accepted++;
          SpanTouch touch = new SpanTouch();
          new SpanReader(OtlpLimits.DEFAULT).read(bytes, 0, bytes.length, touch);
        }
      }
    }
    assertThat(accepted).isBetween(60, 100);
  }

  @Test
  void groupsNestNoDeeper() throws Exception {
    String deepest = "9b06".repeat(100) + "9c06".repeat(100);
    byte[] good = HexFormat.of().parseHex(deepest);
    assertThat(OtlpCheck.check(Signal.LOGS, good, 0, good.length, OtlpLimits.DEFAULT).items())
        .isZero();
    assertThat(ExportTraceServiceRequest.parseFrom(good).getResourceSpansCount()).isZero();

    byte[] bad = HexFormat.of().parseHex("9b06" + deepest + "9c06");
    assertThatThrownBy(() -> OtlpCheck.check(Signal.LOGS, bad, 0, bad.length, OtlpLimits.DEFAULT))
        .hasMessageEndingWith("nested deeper than 100 messages");
    assertThatThrownBy(() -> ExportTraceServiceRequest.parseFrom(bad))
        .isInstanceOf(InvalidProtocolBufferException.class);

    byte[] abyss = HexFormat.of().parseHex("9b06".repeat(1_000_000));
    assertThatThrownBy(
            () -> OtlpCheck.check(Signal.LOGS, abyss, 0, abyss.length, OtlpLimits.DEFAULT))
        .hasMessageEndingWith("nested deeper than 100 messages");
  }

  private static byte[] nested(int levels, boolean map) {
    AnyValue value = AnyValue.newBuilder().setIntValue(1).build();
    for (int i = 0; i < levels; i++) {
      AnyValue inner = value;
      value =
          map
              ? AnyValue.newBuilder()
                  .setKvlistValue(
                      KeyValueList.newBuilder()
                          .addValues(KeyValue.newBuilder().setKey("k").setValue(inner)))
                  .build()
              : AnyValue.newBuilder()
                  .setArrayValue(ArrayValue.newBuilder().addValues(inner))
                  .build();
    }
    ExportTraceServiceRequest.Builder request = ExportTraceServiceRequest.newBuilder();
    request
        .addResourceSpansBuilder()
        .addScopeSpansBuilder()
        .addSpansBuilder()
        .setTraceId(
            ByteString.copyFrom(new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 0, 1, 2, 3, 4, 5, 6}))
        .setSpanId(ByteString.copyFrom(new byte[] {1, 2, 3, 4, 5, 6, 7, 8}))
        .addAttributesBuilder()
        .setKey("deep")
        .setValue(value);
    return request.build().toByteArray();
  }
}
