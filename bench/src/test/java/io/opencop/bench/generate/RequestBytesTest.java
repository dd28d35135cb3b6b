package io.opencop.bench.generate;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import io.opencop.model.Signal;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.metrics.v1.NumberDataPoint;
import io.opentelemetry.proto.trace.v1.Span;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The bytes written by hand are what the generated classes read. */
class RequestBytesTest {
  private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");
  private static final Clocking.Clock CLOCK = Clocking.steps(NOW, 1_000_000);

  private static List<Span> spans(RequestPool pool, long number)
      throws InvalidProtocolBufferException {
    return ExportTraceServiceRequest.parseFrom(pool.request(number)).getResourceSpansList().stream()
        .flatMap(r -> r.getScopeSpansList().stream())
        .flatMap(s -> s.getSpansList().stream())
        .toList();
  }

  @Test
  void spansAreAsLargeAndAsVariedAsTheyAreSaidToBe() throws Exception {
    RequestPool pool = RequestPool.spans(1, CLOCK);
    Map<String, Set<Object>> values = new HashMap<>();
    Set<String> services = new HashSet<>();
    for (int n = 0; n < 200; n++) {
      byte[] request = pool.request(n);
      List<Span> spans = spans(pool, n);
      assertThat(spans).hasSize(pool.items(n)).hasSizeBetween(490, 520);
      assertThat(request.length / spans.size()).isBetween(500, 1000);
      for (Span span : spans) {
        assertThat(span.getAttributesCount()).isGreaterThanOrEqualTo(15);
        assertThat(span.getEndTimeUnixNano()).isGreaterThan(span.getStartTimeUnixNano());
        for (KeyValue kv : span.getAttributesList()) {
          values.computeIfAbsent(kv.getKey(), _ -> new HashSet<>()).add(kv.getValue());
        }
      }
      ExportTraceServiceRequest.parseFrom(request)
          .getResourceSpansList()
          .forEach(r -> services.add(r.getResource().getAttributes(0).getValue().getStringValue()));
    }
    assertThat(services).hasSize(Shape.SERVICES);
    for (String key : List.of("user.id", "session.id", "client.address", "url.path")) {
      assertThat(values.get(key)).as(key).hasSizeGreaterThan(10_000);
    }
  }

  @Test
  void tracesAreWholeAndConnected() throws Exception {
    List<Span> spans = spans(RequestPool.spans(1, CLOCK), 5);
    Map<ByteString, Span> byId = new HashMap<>();
    spans.forEach(s -> byId.put(s.getSpanId(), s));
    assertThat(byId).hasSameSizeAs(spans);
    long roots = 0;
    for (Span span : spans) {
      if (span.getParentSpanId().isEmpty()) {
        roots++;
        continue;
      }
      Span parent = byId.get(span.getParentSpanId());
      assertThat(parent.getTraceId()).isEqualTo(span.getTraceId());
      if (span.getKind() == Span.SpanKind.SPAN_KIND_SERVER) {
        assertThat(parent.getKind()).isEqualTo(Span.SpanKind.SPAN_KIND_CLIENT);
      }
    }
    assertThat(spans.size() / (double) roots).isBetween(7.0, 9.0);
  }

  @Test
  void aNumberAlwaysGivesTheSameBytesAndNoTwoNumbersDo() {
    for (Signal signal : Signal.values()) {
      RequestPool one = RequestPool.numbered(signal, 9, CLOCK);
      RequestPool other = one.copy();
      Set<Integer> seen = new HashSet<>();
      for (int n = 0; n < 300; n++) {
        byte[] request = one.request(n).clone();
        assertThat(seen.add(Arrays.hashCode(request))).as(signal + " " + n).isTrue();
        other.request(n + 8);
        assertThat(other.request(n)).isEqualTo(request);
      }
    }
  }

  @Test
  void logBodiesAreShortOrAKilobyte() throws Exception {
    assertThat(bodies(RequestPool.shortLogs(1, CLOCK))).allMatch(b -> b.length() < 130);
    assertThat(bodies(RequestPool.kilobyteLogs(1, CLOCK)))
        .allMatch(b -> b.length() > 900 && b.length() < 1300);
  }

  private static List<String> bodies(RequestPool pool) throws InvalidProtocolBufferException {
    List<String> bodies =
        ExportLogsServiceRequest.parseFrom(pool.request(3)).getResourceLogsList().stream()
            .flatMap(r -> r.getScopeLogsList().stream())
            .flatMap(s -> s.getLogRecordsList().stream())
            .map(l -> l.getBody().getStringValue())
            .toList();
    assertThat(bodies).hasSize(pool.items(3)).noneMatch(b -> b.contains("{"));
    return bodies;
  }

  @Test
  void gaugesMostlyStandStill() throws Exception {
    RequestPool pool =
        RequestPool.gauges(1, Clocking.rounds(NOW, Shape.METRIC_INTERVAL_NANOS, Shape.SERVICES));
    List<NumberDataPoint> first = points(pool, 0);
    List<NumberDataPoint> next = points(pool, pool.round());
    assertThat(first).hasSize(1000);
    long same = 0;
    for (int i = 0; i < first.size(); i++) {
      assertThat(next.get(i).getTimeUnixNano() - first.get(i).getTimeUnixNano())
          .isEqualTo(Shape.METRIC_INTERVAL_NANOS);
      same += next.get(i).getAsDouble() == first.get(i).getAsDouble() ? 1 : 0;
    }
    assertThat(same).isBetween(700L, 999L);
  }

  private static List<NumberDataPoint> points(RequestPool pool, long number)
      throws InvalidProtocolBufferException {
    return ExportMetricsServiceRequest.parseFrom(pool.request(number))
        .getResourceMetricsList()
        .stream()
        .flatMap(r -> r.getScopeMetricsList().stream())
        .flatMap(s -> s.getMetricsList().stream())
        .flatMap(m -> m.getGauge().getDataPointsList().stream())
        .toList();
  }

  @Test
  void everyItemOfANumberedRequestNamesIt() throws Exception {
    List<Span> spans = spans(RequestPool.numbered(Signal.SPANS, 1, CLOCK), 4711);
    assertThat(spans)
        .allMatch(s -> requests(s.getAttributesList()).toList().equals(List.of("0000004711")));
    List<Double> values =
        points(RequestPool.numbered(Signal.METRICS, 1, CLOCK), 4711).stream()
            .map(NumberDataPoint::getAsDouble)
            .toList();
    assertThat(values).doesNotHaveDuplicates().allMatch(v -> Math.floor(v / 1000) == 4711);
  }

  private static Stream<String> requests(List<KeyValue> attributes) {
    return attributes.stream()
        .filter(kv -> kv.getKey().equals("bench.request"))
        .map(kv -> kv.getValue().getStringValue());
  }
}
