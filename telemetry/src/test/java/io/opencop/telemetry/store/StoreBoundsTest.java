package io.opencop.telemetry.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import io.opencop.model.Signal;
import io.opencop.telemetry.AppendException;
import io.opencop.telemetry.StoreHealth;
import io.opencop.telemetry.query.SpanRow;
import io.opencop.telemetry.query.Trace;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.logs.v1.LogRecord;
import io.opentelemetry.proto.logs.v1.ResourceLogs;
import io.opentelemetry.proto.logs.v1.ScopeLogs;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What one request, and all services together, may make the store hold; and that it is counted. */
class StoreBoundsTest {
  @TempDir Path dir;

  @Test
  void aRequestOfTooManyTinyItemsIsRefusedForGoodAndCounted() throws Exception {
    StoreOptions options = StoreOptions.defaults().withItemsPerRequest(1_000);
    try (DiskTelemetryStore store = DiskTelemetryStore.open(dir, options)) {
      assertThat(store.append(Signal.LOGS, emptyLogs(1_000)).get().accepted()).isEqualTo(1_000);
      assertThatThrownBy(() -> store.append(Signal.LOGS, emptyLogs(1_001)).get())
          .cause()
          .isInstanceOfSatisfying(
              AppendException.class,
              e -> {
                assertThat(e.reason()).isEqualTo(AppendException.Reason.TOO_LARGE);
                assertThat(e.reason().retryable()).isFalse();
                assertThat(e).hasMessageContaining("1,001").hasMessageContaining("1,000");
              });
      StoreHealth.Received logs =
          store.health().received().stream()
              .filter(r -> r.signal() == Signal.LOGS)
              .findFirst()
              .orElseThrow();
      assertThat(logs.items()).isEqualTo(1_000);
      assertThat(logs.refused())
          .containsExactly(new StoreHealth.Refused("TOO_MANY_ITEMS", 1, 1_001));
      assertThat(limit(store, "items_per_request").folded()).isEqualTo(1_001);
    }
  }

  @Test
  void whatReadingCutsIsOnTheHealthPage() throws Exception {
    try (DiskTelemetryStore store = DiskTelemetryStore.open(dir, StoreOptions.defaults())) {
      int most = StoreOptions.defaults().limits().attributes();
      Span.Builder span = span();
      for (int i = 0; i < most + 5; i++) {
        span.addAttributes(attribute("key" + i, "x"));
      }
      Span.Event.Builder event = Span.Event.newBuilder().setName("e").setTimeUnixNano(2);
      for (int i = 0; i < most + 3; i++) {
        event.addAttributes(attribute("key" + i, "x"));
      }
      span.addEvents(event);
      span.setStatus(
          io.opentelemetry.proto.trace.v1.Status.newBuilder().setMessage("y".repeat(100_000)));
      store.append(Signal.SPANS, request(span)).get();
      store.seal();
      assertThat(limit(store, "attributes_per_item").folded()).isEqualTo(5 + 3);
      assertThat(limit(store, "attributes_per_item").limit()).isEqualTo(most);
      assertThat(limit(store, "text_bytes").folded()).isEqualTo(1);
      assertThat(limit(store, "links_per_span").folded()).isZero();
    }
  }

  @Test
  void aLongTraceIsCutAndSaysSo() throws Exception {
    StoreOptions options = StoreOptions.defaults().withSpansPerTrace(3);
    try (DiskTelemetryStore store = DiskTelemetryStore.open(dir, options)) {
      for (int i = 0; i < 5; i++) {
        Span.Builder span =
            span()
                .setSpanId(ByteString.copyFrom(new byte[] {9, 9, 9, 9, 9, 9, 9, (byte) (i + 1)}))
                .setStartTimeUnixNano(100 - i)
                .setEndTimeUnixNano(200);
        store.append(Signal.SPANS, request(span)).get();
      }
      Trace trace = store.trace("01020304050607080901020304050607", null).value().orElseThrow();
      assertThat(trace.spans()).hasSize(3);
      assertThat(trace.truncated()).isTrue();
      assertThat(trace.spans()).extracting(SpanRow::spanId).contains("0909090909090905");
    }
  }

  @Test
  void templatesOfServicesBeyondTheLimitAreSharedAndNoNameIsKept() {
    Templates templates = new Templates();
    byte[] line = "order placed".getBytes(StandardCharsets.UTF_8);
    int most = templates.serviceLimit();
    for (int i = 0; i < most; i++) {
      templates.template("service-" + i, line, 0, line.length, 1);
    }
    assertThat(templates.foldedServices()).isZero();
    long first = templates.template("one-too-many", line, 0, line.length, 1);
    long second = templates.template("two-too-many", line, 0, line.length, 1);
    assertThat(second).isEqualTo(first);
    assertThat(templates.foldedServices()).isEqualTo(2);
    assertThat(templates.template("service-0", line, 0, line.length, 1)).isNotEqualTo(first);
  }

  private static StoreHealth.Limit limit(DiskTelemetryStore store, String name) {
    return store.health().limits().stream()
        .filter(l -> l.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static byte[] emptyLogs(int count) {
    ScopeLogs.Builder scope = ScopeLogs.newBuilder();
    for (int i = 0; i < count; i++) {
      scope.addLogRecords(LogRecord.getDefaultInstance());
    }
    return ExportLogsServiceRequest.newBuilder()
        .addResourceLogs(ResourceLogs.newBuilder().addScopeLogs(scope))
        .build()
        .toByteArray();
  }

  private static Span.Builder span() {
    return Span.newBuilder()
        .setTraceId(
            ByteString.copyFrom(new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 1, 2, 3, 4, 5, 6, 7}))
        .setSpanId(ByteString.copyFrom(new byte[] {1, 2, 3, 4, 5, 6, 7, 8}))
        .setName("s")
        .setStartTimeUnixNano(1)
        .setEndTimeUnixNano(2);
  }

  private static byte[] request(Span.Builder span) {
    return ExportTraceServiceRequest.newBuilder()
        .addResourceSpans(
            ResourceSpans.newBuilder().addScopeSpans(ScopeSpans.newBuilder().addSpans(span)))
        .build()
        .toByteArray();
  }

  private static KeyValue attribute(String key, String value) {
    return KeyValue.newBuilder()
        .setKey(key)
        .setValue(AnyValue.newBuilder().setStringValue(value))
        .build();
  }
}
