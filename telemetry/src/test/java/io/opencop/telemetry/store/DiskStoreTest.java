package io.opencop.telemetry.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import io.opencop.model.Change;
import io.opencop.model.ChangeKind;
import io.opencop.model.Signal;
import io.opencop.model.TimeRange;
import io.opencop.telemetry.query.Condition;
import io.opencop.telemetry.query.LogFilter;
import io.opencop.telemetry.query.LogQuery;
import io.opencop.telemetry.query.MetricQuery;
import io.opencop.telemetry.query.TraceQuery;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.logs.v1.LogRecord;
import io.opentelemetry.proto.logs.v1.ResourceLogs;
import io.opentelemetry.proto.logs.v1.ScopeLogs;
import io.opentelemetry.proto.logs.v1.SeverityNumber;
import io.opentelemetry.proto.metrics.v1.Gauge;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.metrics.v1.NumberDataPoint;
import io.opentelemetry.proto.metrics.v1.ResourceMetrics;
import io.opentelemetry.proto.metrics.v1.ScopeMetrics;
import io.opentelemetry.proto.resource.v1.Resource;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Status;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One pass through everything: hot, sealed and reopened give the same answers. */
class DiskStoreTest {
  // Recent, so that the finest roll-ups still hold it.
  private static final Instant T0 = recent();
  private static final TimeRange RANGE = new TimeRange(T0.minusSeconds(60), T0.plusSeconds(120));

  @TempDir Path dir;

  private static Instant recent() {
    return Instant.now().minusSeconds(300);
  }

  @Test
  void hotSealedAndReopenedAnswerAlike() throws Exception {
    String hot;
    String sealed;
    try (DiskTelemetryStore store = DiskTelemetryStore.open(dir, StoreOptions.defaults())) {
      store.append(Signal.SPANS, spans(0, 100).toByteArray()).get();
      store.append(Signal.LOGS, logs(0, 50).toByteArray()).get();
      store.append(Signal.METRICS, gauge(20).toByteArray()).get();
      store
          .appendChange(
              new Change(T0, ChangeKind.DEPLOY, "shop", "r1", "릴리스 1", "kim", "1.1", null))
          .get();
      hot = answers(store);
      assertThat(store.append(Signal.SPANS, spans(0, 100).toByteArray()).get().duplicate())
          .isTrue();
      assertThat(store.seal().segments()).isEqualTo(4);
      sealed = answers(store);
    }
    assertThat(sealed).isEqualTo(hot);
    try (DiskTelemetryStore store = DiskTelemetryStore.open(dir, StoreOptions.defaults())) {
      assertThat(answers(store)).isEqualTo(hot);
      store.append(Signal.SPANS, spans(100, 10).toByteArray()).get();
    }
    try (DiskTelemetryStore store = DiskTelemetryStore.open(dir, StoreOptions.defaults())) {
      var page = store.traces(search(1000)).value();
      assertThat(page.items()).hasSize(110);
    }
  }

  private static String answers(DiskTelemetryStore store) {
    StringBuilder all = new StringBuilder();
    all.append(store.overview(RANGE).value()).append('\n');
    all.append(store.services(RANGE, 10).value()).append('\n');
    all.append(store.service("shop", RANGE, Duration.ofSeconds(10)).value()).append('\n');
    all.append(store.graph(RANGE, null).value()).append('\n');
    all.append(store.traces(search(20)).value()).append('\n');
    String id = store.traces(search(1)).value().items().getFirst().traceId();
    var trace = store.trace(id, null).value().orElseThrow();
    assertThat(trace.spans()).hasSize(1);
    assertThat(trace.spans().getFirst().attributes()).containsEntry("http.route", "/상품/{id}");
    all.append(trace).append('\n');
    all.append(store.logs(new LogQuery(LogFilter.all(), RANGE, true, 10, null)).value());
    all.append(store.logHistogram(LogFilter.all(), RANGE, 10).value()).append('\n');
    all.append(store.metrics(RANGE, null, null).value()).append('\n');
    all.append(
        store
            .metric(
                new MetricQuery(
                    "heap", MetricQuery.Op.AVG, null, List.of(), null, List.of(), RANGE, null))
            .value());
    all.append(store.attributeKeys(Signal.SPANS));
    return all.toString();
  }

  private static TraceQuery search(int limit) {
    return new TraceQuery(
        RANGE,
        "shop",
        null,
        "server",
        null,
        null,
        null,
        List.of(new Condition("http.response.status_code", Condition.Op.GE, "200")),
        TraceQuery.Order.NEWEST,
        limit,
        null);
  }

  private static ExportTraceServiceRequest spans(int from, int n) {
    ScopeSpans.Builder spans = ScopeSpans.newBuilder();
    for (int i = from; i < from + n; i++) {
      long start = T0.getEpochSecond() * 1_000_000_000L + i * 1_000_000L;
      spans.addSpans(
          Span.newBuilder()
              .setTraceId(id(16, i + 1))
              .setSpanId(id(8, i + 1))
              .setName("GET /items")
              .setKind(Span.SpanKind.SPAN_KIND_SERVER)
              .setStartTimeUnixNano(start)
              .setEndTimeUnixNano(start + 5_000_000 + i)
              .addAttributes(text("http.route", "/상품/{id}"))
              .addAttributes(
                  KeyValue.newBuilder()
                      .setKey("http.response.status_code")
                      .setValue(AnyValue.newBuilder().setIntValue(i % 10 == 0 ? 500 : 200)))
              .setStatus(
                  Status.newBuilder()
                      .setCode(
                          i % 10 == 0
                              ? Status.StatusCode.STATUS_CODE_ERROR
                              : Status.StatusCode.STATUS_CODE_UNSET)));
    }
    return ExportTraceServiceRequest.newBuilder()
        .addResourceSpans(ResourceSpans.newBuilder().setResource(resource()).addScopeSpans(spans))
        .build();
  }

  private static ExportLogsServiceRequest logs(int from, int n) {
    ScopeLogs.Builder logs = ScopeLogs.newBuilder();
    for (int i = from; i < from + n; i++) {
      logs.addLogRecords(
          LogRecord.newBuilder()
              .setTimeUnixNano(T0.getEpochSecond() * 1_000_000_000L + i)
              .setSeverityNumber(SeverityNumber.SEVERITY_NUMBER_INFO)
              .setBody(AnyValue.newBuilder().setStringValue("주문 " + i + " 접수")));
    }
    return ExportLogsServiceRequest.newBuilder()
        .addResourceLogs(ResourceLogs.newBuilder().setResource(resource()).addScopeLogs(logs))
        .build();
  }

  private static ExportMetricsServiceRequest gauge(int n) {
    Gauge.Builder gauge = Gauge.newBuilder();
    for (int i = 0; i < n; i++) {
      gauge.addDataPoints(
          NumberDataPoint.newBuilder()
              .setTimeUnixNano(T0.getEpochSecond() * 1_000_000_000L + i * 1_000_000_000L)
              .setAsDouble(i));
    }
    return ExportMetricsServiceRequest.newBuilder()
        .addResourceMetrics(
            ResourceMetrics.newBuilder()
                .setResource(resource())
                .addScopeMetrics(
                    ScopeMetrics.newBuilder()
                        .addMetrics(Metric.newBuilder().setName("heap").setGauge(gauge))))
        .build();
  }

  private static Resource resource() {
    return Resource.newBuilder()
        .addAttributes(text("service.name", "shop"))
        .addAttributes(text("service.version", "1.0"))
        .addAttributes(text("cloud.zone", "kr-1"))
        .build();
  }

  private static KeyValue text(String key, String value) {
    return KeyValue.newBuilder()
        .setKey(key)
        .setValue(AnyValue.newBuilder().setStringValue(value))
        .build();
  }

  private static ByteString id(int bytes, long value) {
    return ByteString.copyFrom(ByteBuffer.allocate(bytes).putLong(bytes - 8, value).array());
  }
}
