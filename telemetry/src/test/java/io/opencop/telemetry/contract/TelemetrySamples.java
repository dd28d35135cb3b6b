package io.opencop.telemetry.contract;

import com.google.protobuf.MessageLite;
import io.opencop.model.Change;
import io.opencop.model.ChangeKind;
import io.opencop.model.Signal;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.logs.v1.LogRecord;
import io.opentelemetry.proto.resource.v1.Resource;
import io.opentelemetry.proto.trace.v1.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Realistic export requests of a small shop: web calls catalog and order, order calls payment and a
 * bank outside and sends to inventory through a queue; PostgreSQL, Redis, two versions, several
 * instances, failures, logs with and without trace, metrics of every type. The same seed and start
 * give the same telemetry.
 */
public final class TelemetrySamples {
  /** One export request. */
  public record Batch(Signal signal, MessageLite message) {
    /** Its bytes, new ones each time: a store owns what it is given. */
    public byte[] request() {
      return message.toByteArray();
    }
  }

  private static final String[] BODIES = {
    "Order %d accepted in %d ms",
    "Cart of user %d has %d items",
    "주문 %d 결제 실패: 코드 %d",
    "Connection pool orders: %d of %d in use",
    "GET /item/%d answered %d"
  };

  private final Random random;
  private final Instant start;
  private final long lengthNanos;
  private final SampleTrace traces;
  private final SampleMetrics metrics;
  private final List<String> traceIds = new ArrayList<>();
  private int changes;

  /**
   * @param length all times lie between start and start + length
   */
  public TelemetrySamples(long seed, Instant start, Duration length) {
    random = new Random(seed);
    this.start = start;
    lengthNanos = length.toNanos();
    traces = new SampleTrace(random);
    metrics = new SampleMetrics(random, start);
  }

  /** One of the resources of a service: two versions, two instances each. */
  static Resource resource(String service, int which) {
    String version = which < 2 ? "1.4.0" : "1.5.0";
    return Otlp.resource(
        service,
        version,
        service + "-" + which,
        "service.namespace",
        "shop",
        "telemetry.sdk.language",
        "java",
        "host.name",
        "node-" + which % 3,
        "process.pid",
        1000 + which);
  }

  /**
   * A request with {@code n} whole traces, each span under its service, as a collector sends it.
   */
  public Batch traces(int n) {
    Map<Resource, List<Span.Builder>> byResource = new LinkedHashMap<>();
    for (int i = 0; i < n; i++) {
      traceIds.add(traces.next(instant(), byResource));
    }
    ExportTraceServiceRequest.Builder request = ExportTraceServiceRequest.newBuilder();
    byResource.forEach((r, spans) -> request.addResourceSpans(Otlp.spans(r, spans)));
    return new Batch(Signal.SPANS, request.build());
  }

  public Batch logs(int n) {
    ExportLogsServiceRequest.Builder request = ExportLogsServiceRequest.newBuilder();
    String[] services = {"web", "order", "batch"};
    List<LogRecord.Builder> records = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      records.add(record());
    }
    return new Batch(
        Signal.LOGS,
        request
            .addResourceLogs(
                Otlp.logs(resource(services[random.nextInt(3)], random.nextInt(4)), records))
            .build());
  }

  public Batch metrics() {
    return new Batch(Signal.METRICS, metrics.next());
  }

  public Change change() {
    ChangeKind[] kinds = ChangeKind.values();
    int n = changes++;
    return new Change(
        instant(),
        kinds[random.nextInt(kinds.length)],
        random.nextInt(4) == 0 ? null : random.nextBoolean() ? "order" : "web",
        "change-" + n,
        "변경 " + n,
        random.nextBoolean() ? "kim" : null,
        random.nextBoolean() ? "1.5.0" : null,
        random.nextInt(3) == 0 ? "- a\n+ b" : null);
  }

  /** Any of these. */
  public Batch next() {
    return switch (random.nextInt(4)) {
      case 0, 1 -> traces(1 + random.nextInt(20));
      case 2 -> logs(1 + random.nextInt(40));
      default -> metrics();
    };
  }

  /** Of the traces made so far. */
  public List<String> traceIds() {
    return traceIds;
  }

  private Instant instant() {
    return start.plusNanos(Math.floorMod(random.nextLong(), lengthNanos));
  }

  private LogRecord.Builder record() {
    int severity = new int[] {0, 5, 9, 9, 9, 13, 17, 21}[random.nextInt(8)];
    int body = random.nextInt(BODIES.length);
    LogRecord.Builder r =
        Otlp.log(
            instant(),
            severity,
            BODIES[body].formatted(random.nextInt(500), random.nextInt(100)),
            "logger.name",
            "io.shop.Logger" + body,
            "attempt",
            random.nextInt(4));
    if (random.nextInt(10) == 0) {
      r.setBody(Otlp.value(Map.of("event", "login", "user", random.nextInt(9), "ok", true)));
    }
    if (random.nextInt(3) == 0) {
      r.setSeverityText("LEVEL" + severity);
    }
    if (!traceIds.isEmpty() && random.nextBoolean()) {
      r.setTraceId(Otlp.id(traceIds.get(random.nextInt(traceIds.size()))));
      r.setSpanId(Otlp.id(Otlp.spanId(1 + random.nextInt(1000))));
    }
    return r;
  }
}
