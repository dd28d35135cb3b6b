package io.opencop.telemetry.otlp;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.opencop.model.Signal;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.logs.v1.LogRecord;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.trace.v1.Span;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

/** On the normal path an item costs no memory, neither in the check nor in the readers. */
class AllocationTest {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final int ITEMS = 10_000;

  /** For the check object and its message; far less than a byte an item. */
  private static final long PER_REQUEST = 8_192;

  private long sink;

  @Test
  void spans() {
    Span.Builder[] spans = new Span.Builder[ITEMS];
    for (int i = 0; i < ITEMS; i++) {
      spans[i] = Requests.span();
      for (int a = 0; a < 15; a++) {
        spans[i].addAttributes(Requests.attribute("key." + a, "value " + i));
      }
    }
    byte[] bytes = Requests.bytes(spans);
    SpanReader reader = new SpanReader(OtlpLimits.DEFAULT);
    SpanHandler handler = new Sum();
    none(() -> reader.read(bytes, 0, bytes.length, handler));
    none(() -> OtlpCheck.check(Signal.SPANS, bytes, 0, bytes.length, OtlpLimits.DEFAULT));
  }

  @Test
  void logs() {
    var request = io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest.newBuilder();
    var scope = request.addResourceLogsBuilder().addScopeLogsBuilder();
    for (int i = 0; i < ITEMS; i++) {
      scope.addLogRecords(
          LogRecord.newBuilder()
              .setTimeUnixNano(i)
              .setBody(AnyValue.newBuilder().setStringValue("line " + i))
              .addAttributes(Requests.attribute("thread.name", "main")));
    }
    byte[] bytes = request.build().toByteArray();
    LogReader reader = new LogReader(OtlpLimits.DEFAULT);
    LogHandler handler = new Sum();
    none(() -> reader.read(bytes, 0, bytes.length, handler));
    none(() -> OtlpCheck.check(Signal.LOGS, bytes, 0, bytes.length, OtlpLimits.DEFAULT));
  }

  @Test
  void points() {
    Metric.Builder metric = Metric.newBuilder().setName("m");
    for (int i = 0; i < ITEMS; i++) {
      metric
          .getHistogramBuilder()
          .addDataPointsBuilder()
          .setTimeUnixNano(1 + i)
          .addBucketCounts(1)
          .addBucketCounts(2)
          .addExplicitBounds(3)
          .addAttributes(Requests.attribute("http.route", "/"));
    }
    byte[] bytes = Requests.bytes(metric);
    MetricReader reader = new MetricReader(OtlpLimits.DEFAULT);
    MetricHandler handler = new Sum();
    none(() -> reader.read(bytes, 0, bytes.length, handler));
    none(() -> OtlpCheck.check(Signal.METRICS, bytes, 0, bytes.length, OtlpLimits.DEFAULT));
  }

  private void none(Runnable work) {
    work.run(); // arrays grow to what they need once
    long before = THREADS.getCurrentThreadAllocatedBytes();
    work.run();
    assertThat(THREADS.getCurrentThreadAllocatedBytes() - before).isLessThan(PER_REQUEST);
    assertThat(sink).isPositive();
  }

  private final class Sum implements SpanHandler, LogHandler, MetricHandler {
    @Override
    public void resource(byte[] buf, int off, int len, int urlOff, int urlLen) {
      sink += len;
    }

    @Override
    public void scope(byte[] buf, int off, int len, int urlOff, int urlLen) {
      sink += len;
    }

    @Override
    public void span(SpanView span) {
      sink += span.attributes().size();
    }

    @Override
    public void log(LogView log) {
      sink += log.bodyLen();
    }

    @Override
    public void metric(MetricView metric) {
      sink += metric.nameLen();
    }

    @Override
    public void point(PointView point) {
      sink += point.bucketCounts().size();
    }
  }
}
