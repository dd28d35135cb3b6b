package io.opencop.telemetry.contract;

import com.google.protobuf.ByteString;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.ArrayValue;
import io.opentelemetry.proto.common.v1.InstrumentationScope;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.common.v1.KeyValueList;
import io.opentelemetry.proto.logs.v1.LogRecord;
import io.opentelemetry.proto.logs.v1.ResourceLogs;
import io.opentelemetry.proto.logs.v1.ScopeLogs;
import io.opentelemetry.proto.logs.v1.SeverityNumber;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.metrics.v1.ResourceMetrics;
import io.opentelemetry.proto.metrics.v1.ScopeMetrics;
import io.opentelemetry.proto.resource.v1.Resource;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Span.SpanKind;
import io.opentelemetry.proto.trace.v1.Status;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** OTLP messages in few words. Attributes are written as key, value, key, value ... */
public final class Otlp {
  private static final InstrumentationScope SCOPE =
      InstrumentationScope.newBuilder().setName("io.opencop.test").setVersion("1.0").build();

  private Otlp() {}

  public static long nanos(Instant t) {
    return t.getEpochSecond() * 1_000_000_000L + t.getNano();
  }

  /** A 16-byte id that shows its number at the end, as hex. */
  public static String traceId(long n) {
    return "%032x".formatted(n);
  }

  /** An 8-byte id, as hex. */
  public static String spanId(long n) {
    return "%016x".formatted(n);
  }

  public static ByteString id(String hex) {
    return ByteString.copyFrom(HexFormat.of().parseHex(hex));
  }

  /**
   * @param version null for none
   * @param instance null for none
   */
  public static Resource resource(String service, String version, String instance, Object... more) {
    Resource.Builder r = Resource.newBuilder().addAttributes(attribute("service.name", service));
    if (version != null) {
      r.addAttributes(attribute("service.version", version));
    }
    if (instance != null) {
      r.addAttributes(attribute("service.instance.id", instance));
    }
    return r.addAllAttributes(attributes(more)).build();
  }

  /**
   * @param parent null for a root
   */
  public static Span.Builder span(
      String traceId,
      String spanId,
      String parent,
      String name,
      SpanKind kind,
      Instant start,
      double ms,
      Object... attributes) {
    long from = nanos(start);
    Span.Builder s =
        Span.newBuilder()
            .setTraceId(id(traceId))
            .setSpanId(id(spanId))
            .setName(name)
            .setKind(kind)
            .setStartTimeUnixNano(from)
            .setEndTimeUnixNano(from + Math.round(ms * 1e6))
            .addAllAttributes(attributes(attributes));
    return parent == null ? s : s.setParentSpanId(id(parent));
  }

  /** The root SERVER span of a trace of its own. */
  public static Span.Builder request(
      long n, String operation, Instant start, double ms, Object... attributes) {
    return span(
        traceId(n), spanId(n), null, operation, SpanKind.SPAN_KIND_SERVER, start, ms, attributes);
  }

  public static Span.Builder failed(Span.Builder span, String message) {
    return span.setStatus(
        Status.newBuilder().setCode(Status.StatusCode.STATUS_CODE_ERROR).setMessage(message));
  }

  public static ResourceSpans spans(Resource resource, List<Span.Builder> spans) {
    ScopeSpans.Builder scope = ScopeSpans.newBuilder().setScope(SCOPE);
    spans.forEach(scope::addSpans);
    return ResourceSpans.newBuilder().setResource(resource).addScopeSpans(scope).build();
  }

  public static ResourceSpans spans(Resource resource, Span.Builder... spans) {
    return spans(resource, Arrays.asList(spans));
  }

  public static ExportTraceServiceRequest traces(ResourceSpans... spans) {
    return ExportTraceServiceRequest.newBuilder().addAllResourceSpans(Arrays.asList(spans)).build();
  }

  public static LogRecord.Builder log(
      Instant time, int severity, String body, Object... attributes) {
    return LogRecord.newBuilder()
        .setTimeUnixNano(nanos(time))
        .setObservedTimeUnixNano(nanos(time) + 1000)
        .setSeverityNumber(SeverityNumber.forNumber(severity))
        .setBody(value(body))
        .addAllAttributes(attributes(attributes));
  }

  public static ResourceLogs logs(Resource resource, List<LogRecord.Builder> records) {
    ScopeLogs.Builder scope = ScopeLogs.newBuilder().setScope(SCOPE);
    records.forEach(scope::addLogRecords);
    return ResourceLogs.newBuilder().setResource(resource).addScopeLogs(scope).build();
  }

  public static ExportLogsServiceRequest logs(Resource resource, LogRecord.Builder... records) {
    return ExportLogsServiceRequest.newBuilder()
        .addResourceLogs(logs(resource, Arrays.asList(records)))
        .build();
  }

  public static ExportMetricsServiceRequest metrics(Resource resource, Metric.Builder... metrics) {
    ScopeMetrics.Builder scope = ScopeMetrics.newBuilder().setScope(SCOPE);
    Arrays.asList(metrics).forEach(scope::addMetrics);
    return ExportMetricsServiceRequest.newBuilder()
        .addResourceMetrics(
            ResourceMetrics.newBuilder().setResource(resource).addScopeMetrics(scope))
        .build();
  }

  public static List<KeyValue> attributes(Object... keysAndValues) {
    KeyValue[] list = new KeyValue[keysAndValues.length / 2];
    for (int i = 0; i < list.length; i++) {
      list[i] = attribute((String) keysAndValues[2 * i], keysAndValues[2 * i + 1]);
    }
    return List.of(list);
  }

  public static KeyValue attribute(String key, Object value) {
    return KeyValue.newBuilder().setKey(key).setValue(value(value)).build();
  }

  /** Of a String, Long, Integer, Double, Boolean, ByteString, List, Map or null (empty). */
  public static AnyValue value(Object value) {
    AnyValue.Builder v = AnyValue.newBuilder();
    return switch (value) {
      case null -> v.build();
      case String s -> v.setStringValue(s).build();
      case Integer i -> v.setIntValue(i).build();
      case Long l -> v.setIntValue(l).build();
      case Double d -> v.setDoubleValue(d).build();
      case Boolean b -> v.setBoolValue(b).build();
      case ByteString b -> v.setBytesValue(b).build();
      case List<?> list -> {
        ArrayValue.Builder array = ArrayValue.newBuilder();
        list.forEach(e -> array.addValues(value(e)));
        yield v.setArrayValue(array).build();
      }
      case Map<?, ?> map -> {
        KeyValueList.Builder kv = KeyValueList.newBuilder();
        map.forEach((k, e) -> kv.addValues(attribute((String) k, e)));
        yield v.setKvlistValue(kv).build();
      }
      default -> throw new IllegalArgumentException("no OTLP value: " + value.getClass());
    };
  }
}
