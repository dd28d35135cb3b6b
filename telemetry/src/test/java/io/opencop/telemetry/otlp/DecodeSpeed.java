package io.opencop.telemetry.otlp;

import com.google.protobuf.ByteString;
import io.opencop.model.Signal;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.logs.v1.LogRecord;
import io.opentelemetry.proto.logs.v1.ResourceLogs;
import io.opentelemetry.proto.logs.v1.SeverityNumber;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.metrics.v1.NumberDataPoint;
import io.opentelemetry.proto.metrics.v1.ResourceMetrics;
import io.opentelemetry.proto.resource.v1.Resource;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.Span;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * How many items a CPU-second decodes, beside the generated classes in the same run. A main, not a
 * test: {@code java -cp <test class path> io.opencop.telemetry.otlp.DecodeSpeed [seconds]}. Spans
 * carry 15 attributes, three of them with over 10,000 values, and random ids.
 */
public final class DecodeSpeed {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final int REQUESTS = 64;
  private static final int ITEMS = 500;

  private final Random random = new Random(42);
  private long sink;

  private DecodeSpeed() {}

  public static void main(String[] args) throws Exception {
    new DecodeSpeed().run(args.length > 0 ? Double.parseDouble(args[0]) : 2);
  }

  private interface Work {
    void on(byte[] request) throws Exception;
  }

  private void run(double seconds) throws Exception {
    List<byte[]> spans = new ArrayList<>();
    List<byte[]> logs = new ArrayList<>();
    List<byte[]> points = new ArrayList<>();
    for (int i = 0; i < REQUESTS; i++) {
      spans.add(spans());
      logs.add(logs());
      points.add(points());
    }
    SpanReader spanReader = new SpanReader(OtlpLimits.DEFAULT);
    LogReader logReader = new LogReader(OtlpLimits.DEFAULT);
    MetricReader metricReader = new MetricReader(OtlpLimits.DEFAULT);
    for (int round = 0; round < 3; round++) {
      say("spans check", spans, seconds, r -> check(Signal.SPANS, r));
      say("spans read, all attributes", spans, seconds, r -> spanReader.read(r, 0, r.length, walk));
      say("spans generated", spans, seconds, r -> walk(ExportTraceServiceRequest.parseFrom(r)));
      say("logs check", logs, seconds, r -> check(Signal.LOGS, r));
      say("logs read", logs, seconds, r -> logReader.read(r, 0, r.length, walk));
      say("logs generated", logs, seconds, r -> sink(ExportLogsServiceRequest.parseFrom(r)));
      say("points check", points, seconds, r -> check(Signal.METRICS, r));
      say("points read", points, seconds, r -> metricReader.read(r, 0, r.length, walk));
      say("points generated", points, seconds, r -> sink(ExportMetricsServiceRequest.parseFrom(r)));
    }
    System.out.println("(" + sink + ")");
  }

  private void say(String what, List<byte[]> requests, double seconds, Work work) throws Exception {
    long bytes = requests.stream().mapToLong(r -> r.length).sum();
    long start = THREADS.getCurrentThreadCpuTime();
    long until = start + (long) (seconds * 1e9);
    long items = 0;
    long now = start;
    while (now < until) {
      for (byte[] request : requests) {
        work.on(request);
      }
      items += (long) REQUESTS * ITEMS;
      now = THREADS.getCurrentThreadCpuTime();
    }
    System.out.printf(
        "%-28s %6.2f M items/CPU-s  %5.0f ns/item  %4d B/item%n",
        what,
        items * 1e3 / (now - start),
        (now - start) / (double) items,
        bytes / REQUESTS / ITEMS);
  }

  private void check(Signal signal, byte[] request) {
    sink += OtlpCheck.check(signal, request, 0, request.length, OtlpLimits.DEFAULT).items();
  }

  private void sink(Object parsed) {
    sink += parsed.hashCode() & 1;
  }

  private void walk(ExportTraceServiceRequest request) {
    for (ResourceSpans resource : request.getResourceSpansList()) {
      for (Span span : resource.getScopeSpans(0).getSpansList()) {
        sink += span.getStartTimeUnixNano();
        for (KeyValue attribute : span.getAttributesList()) {
          sink += attribute.getKeyBytes().size() + attribute.getValue().getValueCase().getNumber();
        }
      }
    }
  }

  private final Walk walk = new Walk();

  private final class Walk implements SpanHandler, LogHandler, MetricHandler {
    @Override
    public void resource(byte[] buf, int off, int len, int urlOff, int urlLen) {
      sink += len;
    }

    @Override
    public void scope(byte[] buf, int off, int len, int urlOff, int urlLen) {
      sink += len;
    }

    @Override
    public void span(SpanView v) {
      sink += v.startNanos() + v.traceIdLo();
      attributes(v.attributes());
    }

    @Override
    public void log(LogView v) {
      sink += v.timeNanos() + v.bodyLen();
      attributes(v.attributes());
    }

    @Override
    public void metric(MetricView v) {
      sink += v.nameLen();
    }

    @Override
    public void point(PointView v) {
      sink += v.number();
      attributes(v.attributes());
    }

    private void attributes(Attributes a) {
      byte[] b = a.buf();
      for (int i = 0; i < a.size(); i++) {
        sink += a.keyLen(i) + b[a.keyOff(i)];
        sink += a.kind(i) == ValueKind.STRING ? a.valueOff(i) : a.number(i);
      }
    }
  }

  private byte[] spans() {
    ExportTraceServiceRequest.Builder request = ExportTraceServiceRequest.newBuilder();
    var scope = request.addResourceSpansBuilder().setResource(resource()).addScopeSpansBuilder();
    scope.getScopeBuilder().setName("io.opentelemetry.tomcat-10.0").setVersion("2.33.1-alpha");
    for (int i = 0; i < ITEMS; i++) {
      Span.Builder span =
          Span.newBuilder()
              .setTraceId(id(16))
              .setSpanId(id(8))
              .setParentSpanId(id(8))
              .setFlags(0x101)
              .setName("GET /products/{id}")
              .setKind(Span.SpanKind.forNumber(1 + random.nextInt(5)))
              .setStartTimeUnixNano(1_700_000_000_000_000_000L + random.nextInt())
              .setEndTimeUnixNano(1_700_000_003_000_000_000L + random.nextInt());
      span.addAttributes(text("http.request.method", "GET"));
      span.addAttributes(text("http.route", "/products/{id}"));
      span.addAttributes(text("url.path", "/products/" + random.nextInt(20_000)));
      span.addAttributes(text("url.scheme", "http"));
      span.addAttributes(number("http.response.status_code", 200));
      span.addAttributes(text("server.address", "catalog"));
      span.addAttributes(number("server.port", 8080));
      span.addAttributes(text("network.peer.address", "10.1." + random.nextInt(99) + ".7"));
      span.addAttributes(number("network.peer.port", 1024 + random.nextInt(60_000)));
      span.addAttributes(text("network.protocol.version", "1.1"));
      span.addAttributes(text("user_agent.original", "Mozilla/5.0 (X11; Linux x86_64)"));
      span.addAttributes(text("session.id", Long.toHexString(random.nextLong())));
      span.addAttributes(text("enduser.id", "user-" + random.nextInt(50_000)));
      span.addAttributes(number("thread.id", random.nextInt(200)));
      span.addAttributes(text("thread.name", "http-nio-8080-exec-" + random.nextInt(200)));
      scope.addSpans(span);
    }
    return request.build().toByteArray();
  }

  private byte[] logs() {
    ExportLogsServiceRequest.Builder request = ExportLogsServiceRequest.newBuilder();
    ResourceLogs.Builder resource = request.addResourceLogsBuilder().setResource(resource());
    var scope = resource.addScopeLogsBuilder();
    for (int i = 0; i < ITEMS; i++) {
      LogRecord.Builder log =
          LogRecord.newBuilder()
              .setTimeUnixNano(1_700_000_000_000_000_000L + random.nextInt())
              .setObservedTimeUnixNano(1_700_000_000_000_000_000L + random.nextInt())
              .setSeverityNumber(SeverityNumber.SEVERITY_NUMBER_INFO)
              .setSeverityText("INFO")
              .setTraceId(id(16))
              .setSpanId(id(8));
      log.getBodyBuilder()
          .setStringValue("Order " + random.nextInt() + " placed by user " + random.nextInt(9999));
      log.addAttributes(text("thread.name", "http-nio-8080-exec-" + random.nextInt(200)));
      log.addAttributes(text("code.function.name", "shop.order.OrderService.place"));
      scope.addLogRecords(log);
    }
    return request.build().toByteArray();
  }

  private byte[] points() {
    ExportMetricsServiceRequest.Builder request = ExportMetricsServiceRequest.newBuilder();
    ResourceMetrics.Builder resource = request.addResourceMetricsBuilder().setResource(resource());
    var scope = resource.addScopeMetricsBuilder();
    for (int m = 0; m < ITEMS / 10; m++) {
      Metric.Builder metric = scope.addMetricsBuilder().setName("jvm.memory.used." + m);
      metric.setUnit("By").setDescription("Measure of memory used.");
      for (int i = 0; i < 10; i++) {
        metric
            .getGaugeBuilder()
            .addDataPoints(
                NumberDataPoint.newBuilder()
                    .setTimeUnixNano(1_700_000_000_000_000_000L + random.nextInt())
                    .setAsDouble(random.nextDouble())
                    .addAttributes(text("jvm.memory.type", "heap"))
                    .addAttributes(text("jvm.memory.pool.name", "G1 Eden Space " + i)));
      }
    }
    return request.build().toByteArray();
  }

  private static Resource resource() {
    return Resource.newBuilder()
        .addAttributes(text("service.name", "catalog"))
        .addAttributes(text("service.instance.id", "d2f0b6a4-5f0e-4e9e-8f3c-0a4a3d1c9b77"))
        .build();
  }

  private ByteString id(int size) {
    byte[] bytes = new byte[size];
    random.nextBytes(bytes);
    return ByteString.copyFrom(bytes);
  }

  private static KeyValue text(String key, String value) {
    return KeyValue.newBuilder()
        .setKey(key)
        .setValue(AnyValue.newBuilder().setStringValue(value))
        .build();
  }

  private static KeyValue number(String key, long value) {
    return KeyValue.newBuilder()
        .setKey(key)
        .setValue(AnyValue.newBuilder().setIntValue(value))
        .build();
  }
}
