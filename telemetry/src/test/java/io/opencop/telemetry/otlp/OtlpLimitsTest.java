package io.opencop.telemetry.otlp;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import io.opencop.model.Signal;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.ArrayValue;
import io.opentelemetry.proto.logs.v1.LogRecord;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.trace.v1.Span;
import java.util.Collections;
import org.junit.jupiter.api.Test;

/** What is over a limit is cut or dropped, and counted. */
class OtlpLimitsTest {
  private static final OtlpLimits SMALL = new OtlpLimits(3, 10, 8, 20, 2, 1, 1, 4);

  @Test
  void surplusAttributesAreDroppedAndCounted() {
    Span.Builder span = Requests.span().setDroppedAttributesCount(-1); // uint32: 4,294,967,295
    for (int i = 0; i < 10_000; i++) {
      span.addAttributes(Requests.attribute("k" + i, "v"));
    }
    ReadCounters counters =
        Requests.spans(
            Requests.bytes(span),
            OtlpLimits.DEFAULT,
            v -> {
              assertThat(v.attributes().size()).isEqualTo(1_024);
              assertThat(v.attributes().dropped()).isEqualTo(10_000 - 1_024);
              assertThat(v.droppedAttributes()).isEqualTo(4_294_967_295L + 10_000 - 1_024);
            });
    assertThat(counters.items()).isEqualTo(1);
    assertThat(counters.attributesDropped()).isEqualTo(10_000 - 1_024);
  }

  @Test
  void longKeysAndLargeArraysAreDropped() {
    Span.Builder span =
        Requests.span()
            .addAttributes(Requests.attribute("0123456789", "kept"))
            .addAttributes(Requests.attribute("0123456789a", "dropped"))
            .addAttributes(
                Requests.attribute(
                    "array",
                    AnyValue.newBuilder()
                        .setArrayValue(
                            ArrayValue.newBuilder()
                                .addValues(AnyValue.newBuilder().setStringValue("0123456789")))));
    ReadCounters counters =
        Requests.spans(
            Requests.bytes(span),
            SMALL,
            v -> {
              assertThat(new AnyValues().map(v.attributes()))
                  .containsOnlyKeys("0123456789")
                  .containsEntry("0123456789", "kept");
              assertThat(v.droppedAttributes()).isEqualTo(2);
            });
    assertThat(counters.attributesDropped()).isEqualTo(2);
  }

  @Test
  void textIsCutBetweenCharactersAndBytesAnywhere() {
    Span.Builder span =
        Requests.span()
            .setName("1234567é")
            .setTraceState("123456789")
            .addAttributes(Requests.attribute("s", "12345😀"))
            .addAttributes(
                Requests.attribute(
                    "b", AnyValue.newBuilder().setBytesValue(ByteString.copyFromUtf8("123456789"))))
            .addAttributes(Requests.attribute("fits", "1234😀"));
    ReadCounters counters =
        Requests.spans(
            Requests.bytes(span),
            SMALL,
            v -> {
              assertThat(Rebuild.text(v.buf(), v.nameOff(), v.nameLen())).isEqualTo("1234567");
              assertThat(v.traceStateLen()).isEqualTo(8);
              assertThat(new AnyValues().map(v.attributes()))
                  .containsEntry("s", "12345")
                  .containsEntry("b", "MTIzNDU2Nzg=")
                  .containsEntry("fits", "1234😀");
            });
    assertThat(counters.textsCut()).isEqualTo(4);
    assertThat(counters.attributesDropped()).isZero();
  }

  @Test
  void surplusEventsAndLinksAndLinksToNowhereAreDropped() {
    Span.Link.Builder link =
        Span.Link.newBuilder().setTraceId(Requests.TRACE).setSpanId(Requests.SPAN);
    Span.Builder span =
        Requests.span()
            .setDroppedEventsCount(5)
            .addEvents(Span.Event.newBuilder().setName("1"))
            .addEvents(Span.Event.newBuilder().setName("2"))
            .addEvents(Span.Event.newBuilder().setName("3"))
            .addLinks(Span.Link.newBuilder().setTraceId(Requests.TRACE)) // no span id
            .addLinks(link)
            .addLinks(link);
    ReadCounters counters =
        Requests.spans(
            Requests.bytes(span),
            SMALL,
            v -> {
              assertThat(v.events()).isEqualTo(2);
              assertThat(v.droppedEvents()).isEqualTo(6);
              assertThat(v.links()).isEqualTo(1);
              assertThat(v.droppedLinks()).isEqualTo(2);
            });
    assertThat(counters.eventsDropped()).isEqualTo(1);
    assertThat(counters.linksDropped()).isEqualTo(2);
  }

  @Test
  void largeBodiesAreKeptWholeUpToTheirOwnLimit() {
    String body = "가".repeat(5_000_000 / 3);
    LogRecord.Builder log =
        LogRecord.newBuilder().setBody(AnyValue.newBuilder().setStringValue(body));
    Requests.logs(
        Requests.bytes(log),
        OtlpLimits.DEFAULT,
        v -> assertThat(v.bodyLen()).isEqualTo(3 * (5_000_000 / 3)));

    ReadCounters counters =
        Requests.logs(Requests.bytes(log), SMALL, v -> assertThat(v.bodyLen()).isEqualTo(18));
    assertThat(counters.textsCut()).isEqualTo(1);
  }

  @Test
  void aStructuredBodyOverTheLimitIsRejectedSinceACutOneWouldBeAnother() {
    ArrayValue.Builder array = ArrayValue.newBuilder();
    for (int i = 0; i < 10; i++) {
      array.addValues(AnyValue.newBuilder().setIntValue(i));
    }
    byte[] bytes =
        Requests.bytes(LogRecord.newBuilder().setBody(AnyValue.newBuilder().setArrayValue(array)));
    ReadCounters counters = Requests.logs(bytes, SMALL, v -> {});
    assertThat(counters.rejected(RejectReason.BODY)).isEqualTo(1);
    assertThat(OtlpCheck.check(Signal.LOGS, bytes, 0, bytes.length, SMALL).message())
        .isEqualTo(
            "1 of 1 log records rejected: 1 x a structured log body is larger than the receiver's"
                + " limit (first at resource_logs[0].scope_logs[0].log_records[0])");
  }

  @Test
  void aPointWithTooManyBucketsIsRejectedAndSurplusExemplarsAreDropped() {
    Metric.Builder metric = Metric.newBuilder().setName("m");
    metric
        .getExponentialHistogramBuilder()
        .addDataPointsBuilder()
        .setTimeUnixNano(1)
        .getPositiveBuilder()
        .addAllBucketCounts(Collections.nCopies(5, 1L));
    var good = metric.getExponentialHistogramBuilder().addDataPointsBuilder().setTimeUnixNano(1);
    good.getPositiveBuilder().addAllBucketCounts(Collections.nCopies(4, 1L));
    good.addExemplarsBuilder().setAsInt(1);
    good.addExemplarsBuilder().setAsInt(2);
    byte[] bytes = Requests.bytes(metric);
    ReadCounters counters =
        Requests.points(bytes, SMALL, v -> assertThat(v.exemplars()).isEqualTo(1));
    assertThat(counters.items()).isEqualTo(1);
    assertThat(counters.rejected(RejectReason.TOO_MANY_BUCKETS)).isEqualTo(1);
    assertThat(counters.exemplarsDropped()).isEqualTo(1);
    assertThat(OtlpCheck.check(Signal.METRICS, bytes, 0, bytes.length, SMALL).rejected())
        .isEqualTo(1);
  }
}
