package io.opencop.server.self;

import static org.assertj.core.api.Assertions.assertThat;

import io.opencop.model.Signal;
import io.opencop.server.support.Platform;
import io.opencop.server.support.RecordingStore.Appended;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.resource.v1.Resource;
import io.opentelemetry.proto.trace.v1.Span;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The platform's own telemetry is OTLP like anybody's. */
class SelfObservationTest {
  @TempDir Path folder;

  @Test
  void metricsAndRequestSpansOfTheServiceOpencop() throws Exception {
    try (Platform platform = new Platform(folder, "self.enabled=true", "self.interval=200ms")) {
      platform.get("/api/v1/services/cart");
      Awaitility.await()
          .atMost(Duration.ofSeconds(30))
          .until(() ->
              first(platform, Signal.SPANS) != null && first(platform, Signal.METRICS) != null);

      ExportMetricsServiceRequest metrics =
          ExportMetricsServiceRequest.parseFrom(first(platform, Signal.METRICS));
      assertThat(name(metrics.getResourceMetrics(0).getResource())).isEqualTo("opencop");
      List<Metric> all = metrics.getResourceMetrics(0).getScopeMetrics(0).getMetricsList();
      assertThat(all)
          .extracting(Metric::getName)
          .contains("process.cpu.time", "process.memory.usage", "opencop.receiver.requests")
          .doesNotHaveDuplicates();
      Metric cpu =
          all.stream()
              .filter(m -> m.getName().equals("process.cpu.time"))
              .findFirst()
              .orElseThrow();
      assertThat(cpu.getSum().getIsMonotonic()).isTrue();
      assertThat(cpu.getSum().getDataPoints(0).getAsDouble()).isPositive();
      assertThat(cpu.getUnknownFields().asMap()).isEmpty();

      ExportTraceServiceRequest traces =
          ExportTraceServiceRequest.parseFrom(first(platform, Signal.SPANS));
      Span span = traces.getResourceSpans(0).getScopeSpans(0).getSpans(0);
      assertThat(span.getName()).isEqualTo("GET /api/v1/services/{service}");
      assertThat(span.getKind()).isEqualTo(Span.SpanKind.SPAN_KIND_SERVER);
      assertThat(span.getTraceId().size()).isEqualTo(16);
      assertThat(span.getEndTimeUnixNano()).isGreaterThan(span.getStartTimeUnixNano());
      assertThat(span.getAttributesList())
          .anyMatch(a ->
              a.getKey().equals("http.response.status_code") && a.getValue().getIntValue() == 200);
    }
  }

  private static byte[] first(Platform platform, Signal signal) {
    return platform.store.appended.stream()
        .filter(a -> a.signal() == signal)
        .map(Appended::request)
        .findFirst()
        .orElse(null);
  }

  private static String name(Resource resource) {
    return resource.getAttributesList().stream()
        .filter(a -> a.getKey().equals("service.name"))
        .findFirst()
        .orElseThrow()
        .getValue()
        .getStringValue();
  }
}
