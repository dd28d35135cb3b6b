package io.opencop.server.receive;

import static org.assertj.core.api.Assertions.assertThat;

import io.opencop.model.Signal;
import io.opencop.server.support.Platform;
import io.opencop.server.support.RecordingStore.Appended;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.logs.Severity;
import io.opentelemetry.exporter.otlp.http.logs.OtlpHttpLogRecordExporter;
import io.opentelemetry.exporter.otlp.http.metrics.OtlpHttpMetricExporter;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.exporter.otlp.logs.OtlpGrpcLogRecordExporter;
import io.opentelemetry.exporter.otlp.metrics.OtlpGrpcMetricExporter;
import io.opentelemetry.exporter.otlp.trace.OtlpGrpcSpanExporter;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.sdk.logs.SdkLoggerProvider;
import io.opentelemetry.sdk.logs.export.LogRecordExporter;
import io.opentelemetry.sdk.logs.export.SimpleLogRecordProcessor;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.metrics.export.MetricExporter;
import io.opentelemetry.sdk.metrics.export.PeriodicMetricReader;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The real OpenTelemetry SDK sends over both protocols, compressed and not. */
class SdkExportTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({"grpc,gzip", "grpc,none", "http,gzip", "http,none"})
  void spansArriveAsTheyWereSent(String protocol, String compression) throws Exception {
    try (Platform platform = new Platform(folder)) {
      SpanExporter exporter = spans(platform, protocol, compression);
      try (SdkTracerProvider tracing =
          SdkTracerProvider.builder()
              .addSpanProcessor(SimpleSpanProcessor.create(exporter))
              .build()) {
        tracing.get("test").spanBuilder("주문").startSpan().end();
        assertThat(tracing.forceFlush().join(10, TimeUnit.SECONDS).isSuccess()).isTrue();
      }
      Appended appended = platform.store.appended.getFirst();
      assertThat(appended.signal()).isEqualTo(Signal.SPANS);
      assertThat(
              ExportTraceServiceRequest.parseFrom(appended.request())
                  .getResourceSpans(0)
                  .getScopeSpans(0)
                  .getSpans(0)
                  .getName())
          .isEqualTo("주문");
    }
  }

  @ParameterizedTest
  @CsvSource({"grpc,gzip", "http,gzip"})
  void logsArrive(String protocol, String compression) throws Exception {
    try (Platform platform = new Platform(folder)) {
      LogRecordExporter exporter = logs(platform, protocol, compression);
      try (SdkLoggerProvider logging =
          SdkLoggerProvider.builder()
              .addLogRecordProcessor(SimpleLogRecordProcessor.create(exporter))
              .build()) {
        logging.get("test").logRecordBuilder().setSeverity(Severity.ERROR).setBody("실패").emit();
        assertThat(logging.forceFlush().join(10, TimeUnit.SECONDS).isSuccess()).isTrue();
      }
      Appended appended = platform.store.appended.getFirst();
      assertThat(appended.signal()).isEqualTo(Signal.LOGS);
      assertThat(
              ExportLogsServiceRequest.parseFrom(appended.request())
                  .getResourceLogs(0)
                  .getScopeLogs(0)
                  .getLogRecords(0)
                  .getBody()
                  .getStringValue())
          .isEqualTo("실패");
    }
  }

  @ParameterizedTest
  @CsvSource({"grpc,gzip", "http,gzip"})
  void metricsArrive(String protocol, String compression) throws Exception {
    try (Platform platform = new Platform(folder)) {
      MetricExporter exporter = metrics(platform, protocol, compression);
      try (SdkMeterProvider metering =
          SdkMeterProvider.builder()
              .registerMetricReader(PeriodicMetricReader.builder(exporter).build())
              .build()) {
        metering
            .get("test")
            .counterBuilder("orders")
            .build()
            .add(3, Attributes.of(AttributeKey.stringKey("k"), "v"));
        assertThat(metering.forceFlush().join(10, TimeUnit.SECONDS).isSuccess()).isTrue();
      }
      Appended appended = platform.store.appended.getFirst();
      assertThat(appended.signal()).isEqualTo(Signal.METRICS);
      assertThat(
              ExportMetricsServiceRequest.parseFrom(appended.request())
                  .getResourceMetrics(0)
                  .getScopeMetrics(0)
                  .getMetrics(0)
                  .getName())
          .isEqualTo("orders");
    }
  }

  @Test
  void bothProtocolsAreTakenOnEitherPort() {
    try (Platform platform = new Platform(folder)) {
      SpanExporter exporter =
          OtlpGrpcSpanExporter.builder()
              .setEndpoint("http://127.0.0.1:" + platform.running.httpPort())
              .build();
      try (SdkTracerProvider tracing =
          SdkTracerProvider.builder()
              .addSpanProcessor(SimpleSpanProcessor.create(exporter))
              .build()) {
        tracing.get("test").spanBuilder("a").startSpan().end();
        tracing.forceFlush().join(10, TimeUnit.SECONDS);
      }
      assertThat(platform.store.appended).hasSize(1);
    }
  }

  private static SpanExporter spans(Platform platform, String protocol, String compression) {
    return protocol.equals("grpc")
        ? OtlpGrpcSpanExporter.builder()
            .setEndpoint("http://127.0.0.1:" + platform.running.grpcPort())
            .setCompression(compression)
            .build()
        : OtlpHttpSpanExporter.builder()
            .setEndpoint(platform.otlp("/v1/traces").toString())
            .setCompression(compression)
            .build();
  }

  private static LogRecordExporter logs(Platform platform, String protocol, String compression) {
    return protocol.equals("grpc")
        ? OtlpGrpcLogRecordExporter.builder()
            .setEndpoint("http://127.0.0.1:" + platform.running.grpcPort())
            .setCompression(compression)
            .build()
        : OtlpHttpLogRecordExporter.builder()
            .setEndpoint(platform.otlp("/v1/logs").toString())
            .setCompression(compression)
            .build();
  }

  private static MetricExporter metrics(Platform platform, String protocol, String compression) {
    return protocol.equals("grpc")
        ? OtlpGrpcMetricExporter.builder()
            .setEndpoint("http://127.0.0.1:" + platform.running.grpcPort())
            .setCompression(compression)
            .build()
        : OtlpHttpMetricExporter.builder()
            .setEndpoint(platform.otlp("/v1/metrics").toString())
            .setCompression(compression)
            .build();
  }
}
