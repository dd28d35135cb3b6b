package io.opencop.telemetry.otlp;

import com.google.protobuf.ByteString;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.logs.v1.LogRecord;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.trace.v1.Span;
import java.util.function.Consumer;

/** Requests with one item each, read back, for tests that look at one thing. */
final class Requests {
  static final ByteString TRACE = Rebuild.id(0x0102030405060708L, 0x090a0b0c0d0e0f10L);
  static final ByteString SPAN = Rebuild.id(0x1112131415161718L);

  private Requests() {}

  static Span.Builder span() {
    return Span.newBuilder().setTraceId(TRACE).setSpanId(SPAN).setName("n");
  }

  static byte[] bytes(Span.Builder... spans) {
    ExportTraceServiceRequest.Builder request = ExportTraceServiceRequest.newBuilder();
    var scope = request.addResourceSpansBuilder().addScopeSpansBuilder();
    for (Span.Builder span : spans) {
      scope.addSpans(span);
    }
    return request.build().toByteArray();
  }

  static byte[] bytes(LogRecord.Builder log) {
    ExportLogsServiceRequest.Builder request = ExportLogsServiceRequest.newBuilder();
    request.addResourceLogsBuilder().addScopeLogsBuilder().addLogRecords(log);
    return request.build().toByteArray();
  }

  static byte[] bytes(Metric.Builder metric) {
    ExportMetricsServiceRequest.Builder request = ExportMetricsServiceRequest.newBuilder();
    request.addResourceMetricsBuilder().addScopeMetricsBuilder().addMetrics(metric);
    return request.build().toByteArray();
  }

  static KeyValue attribute(String key, AnyValue.Builder value) {
    return KeyValue.newBuilder().setKey(key).setValue(value).build();
  }

  static KeyValue attribute(String key, String value) {
    return attribute(key, AnyValue.newBuilder().setStringValue(value));
  }

  static ReadCounters spans(byte[] bytes, OtlpLimits limits, Consumer<SpanView> each) {
    SpanReader reader = new SpanReader(limits);
    reader.read(bytes, 0, bytes.length, new EachSpan(each));
    return reader.counters();
  }

  static ReadCounters logs(byte[] bytes, OtlpLimits limits, Consumer<LogView> each) {
    LogReader reader = new LogReader(limits);
    reader.read(bytes, 0, bytes.length, new EachLog(each));
    return reader.counters();
  }

  static ReadCounters points(byte[] bytes, OtlpLimits limits, Consumer<PointView> each) {
    MetricReader reader = new MetricReader(limits);
    reader.read(bytes, 0, bytes.length, new EachPoint(each));
    return reader.counters();
  }

  private interface NoHeads extends OtlpHandler {
    @Override
    default void resource(byte[] buf, int off, int len, int urlOff, int urlLen) {}

    @Override
    default void scope(byte[] buf, int off, int len, int urlOff, int urlLen) {}
  }

  private record EachSpan(Consumer<SpanView> each) implements SpanHandler, NoHeads {
    @Override
    public void span(SpanView span) {
      each.accept(span);
    }
  }

  private record EachLog(Consumer<LogView> each) implements LogHandler, NoHeads {
    @Override
    public void log(LogView log) {
      each.accept(log);
    }
  }

  private record EachPoint(Consumer<PointView> each) implements MetricHandler, NoHeads {
    @Override
    public void metric(MetricView metric) {}

    @Override
    public void point(PointView point) {
      each.accept(point);
    }
  }
}
