package io.opencop.telemetry.otlp;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import io.opencop.model.Signal;
import io.opentelemetry.proto.logs.v1.LogRecord;
import io.opentelemetry.proto.metrics.v1.HistogramDataPoint;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.metrics.v1.NumberDataPoint;
import io.opentelemetry.proto.trace.v1.Span;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Single items refused: the check before the journal and the reader behind it agree. */
class RejectReasonTest {
  @Test
  void spansNeedIdsAndTimesThatFit() {
    spanRejected(Requests.span().clearTraceId(), RejectReason.TRACE_ID);
    spanRejected(
        Requests.span().setTraceId(ByteString.copyFrom(new byte[16])), RejectReason.TRACE_ID);
    spanRejected(Requests.span().setTraceId(Requests.TRACE.substring(1)), RejectReason.TRACE_ID);
    spanRejected(Requests.span().setSpanId(ByteString.copyFrom(new byte[8])), RejectReason.SPAN_ID);
    spanRejected(Requests.span().setSpanId(Requests.TRACE), RejectReason.SPAN_ID);
    spanRejected(
        Requests.span().setParentSpanId(ByteString.copyFromUtf8("x")), RejectReason.PARENT_SPAN_ID);
    spanRejected(Requests.span().setEndTimeUnixNano(-1), RejectReason.TIME);
  }

  @Test
  void spansWithOddButPossibleTimesAreKept() {
    for (Span.Builder span :
        List.of(
            Requests.span(),
            Requests.span().setStartTimeUnixNano(5).setEndTimeUnixNano(3),
            Requests.span().setStartTimeUnixNano(4_102_444_800_000_000_000L), // 2100
            Requests.span().setParentSpanId(ByteString.copyFrom(new byte[8])))) {
      ReadCounters counters =
          Requests.spans(
              Requests.bytes(span), OtlpLimits.DEFAULT, v -> assertThat(v.parentSpanId()).isZero());
      assertThat(counters.items()).isEqualTo(1);
    }
  }

  @Test
  void theMessageCountsEachReasonAndNamesTheFirstPlace() {
    byte[] bytes =
        Requests.bytes(
            Requests.span(),
            Requests.span().clearSpanId(),
            Requests.span().clearTraceId(),
            Requests.span().clearTraceId());
    OtlpCheck.Result result =
        OtlpCheck.check(Signal.SPANS, bytes, 0, bytes.length, OtlpLimits.DEFAULT);
    assertThat(result.items()).isEqualTo(4);
    assertThat(result.accepted()).isEqualTo(1);
    assertThat(result.message())
        .isEqualTo(
            "3 of 4 spans rejected: 2 x trace_id must be 16 bytes and not all zero"
                + " (first at resource_spans[0].scope_spans[0].spans[2]);"
                + " 1 x span_id must be 8 bytes and not all zero"
                + " (first at resource_spans[0].scope_spans[0].spans[1])");
    ReadCounters counters = Requests.spans(bytes, OtlpLimits.DEFAULT, v -> {});
    assertThat(counters.rejectedByReason())
        .containsEntry(RejectReason.TRACE_ID, 2L)
        .containsEntry(RejectReason.SPAN_ID, 1L)
        .hasSize(2);
  }

  @Test
  void recordsNeedOnlyATimeThatFits() {
    byte[] bytes = Requests.bytes(LogRecord.newBuilder().setObservedTimeUnixNano(-7));
    assertThat(Requests.logs(bytes, OtlpLimits.DEFAULT, v -> {}).rejected(RejectReason.TIME))
        .isEqualTo(1);
    bytes = Requests.bytes(LogRecord.newBuilder().setTraceId(ByteString.copyFromUtf8("short")));
    ReadCounters counters =
        Requests.logs(bytes, OtlpLimits.DEFAULT, v -> assertThat(v.traceIdHi()).isZero());
    assertThat(counters.items()).isEqualTo(1);
  }

  @Test
  void pointsNeedATimeAndAValueOrSayThatTheyHaveNone() {
    NumberDataPoint.Builder good = NumberDataPoint.newBuilder().setTimeUnixNano(1).setAsInt(0);
    gauge(good, null);
    gauge(good.clone().clearTimeUnixNano(), RejectReason.NO_TIME);
    gauge(good.clone().setStartTimeUnixNano(-1), RejectReason.TIME);
    gauge(good.clone().clearAsInt(), RejectReason.NO_VALUE);
    gauge(good.clone().clearAsInt().setFlags(1), null);

    Metric.Builder nameless = Metric.newBuilder();
    nameless.getSumBuilder().addDataPoints(good);
    metric(nameless, RejectReason.METRIC_NAME);
  }

  @Test
  void histogramsNeedBucketsThatFitTheirBounds() {
    HistogramDataPoint.Builder good =
        HistogramDataPoint.newBuilder()
            .setTimeUnixNano(1)
            .addExplicitBounds(1)
            .addExplicitBounds(2)
            .addAllBucketCounts(List.of(1L, 2L, 3L));
    histogram(good, null);
    histogram(good.clone().clearBucketCounts().clearExplicitBounds(), null);
    histogram(good.clone().clearBucketCounts(), RejectReason.BUCKETS);
    histogram(good.clone().addBucketCounts(4), RejectReason.BUCKETS);
    histogram(good.clone().setExplicitBounds(1, 1), RejectReason.BOUNDS);
    histogram(good.clone().setExplicitBounds(1, Double.NaN), RejectReason.BOUNDS);
    histogram(good.clone().clearBucketCounts().setFlags(1), null);
  }

  private static void histogram(HistogramDataPoint.Builder point, RejectReason reason) {
    Metric.Builder metric = Metric.newBuilder().setName("h");
    metric.getHistogramBuilder().addDataPoints(point);
    metric(metric, reason);
  }

  private static void gauge(NumberDataPoint.Builder point, RejectReason reason) {
    Metric.Builder metric = Metric.newBuilder().setName("g");
    metric.getGaugeBuilder().addDataPoints(point);
    metric(metric, reason);
  }

  private static void metric(Metric.Builder metric, RejectReason reason) {
    byte[] bytes = Requests.bytes(metric);
    ReadCounters counters = Requests.points(bytes, OtlpLimits.DEFAULT, v -> {});
    assertThat(counters.items()).isEqualTo(reason == null ? 1 : 0);
    agree(Signal.METRICS, bytes, reason, counters);
  }

  private static void spanRejected(Span.Builder span, RejectReason reason) {
    byte[] bytes = Requests.bytes(span);
    agree(Signal.SPANS, bytes, reason, Requests.spans(bytes, OtlpLimits.DEFAULT, v -> {}));
  }

  private static void agree(
      Signal signal, byte[] bytes, RejectReason reason, ReadCounters counters) {
    OtlpCheck.Result result = OtlpCheck.check(signal, bytes, 0, bytes.length, OtlpLimits.DEFAULT);
    assertThat(result.items()).isEqualTo(1);
    assertThat(result.rejected()).isEqualTo(reason == null ? 0 : 1);
    if (reason != null) {
      assertThat(result.message()).contains(reason.sentence());
      assertThat(counters.rejectedByReason()).containsOnlyKeys(reason);
    }
  }
}
