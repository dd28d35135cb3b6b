package io.opencop.telemetry.contract;

import static io.opencop.telemetry.contract.Otlp.failed;
import static io.opencop.telemetry.contract.Otlp.request;
import static io.opencop.telemetry.contract.Otlp.resource;
import static io.opencop.telemetry.contract.Otlp.spanId;
import static io.opencop.telemetry.contract.Otlp.spans;
import static io.opencop.telemetry.contract.Otlp.traceId;
import static io.opencop.telemetry.contract.Otlp.traces;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import io.opencop.telemetry.query.SpanRow;
import io.opencop.telemetry.query.Trace;
import io.opencop.telemetry.query.TraceQuery;
import io.opencop.telemetry.query.TraceQuery.Order;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Span.SpanKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whole traces, and everything of a span. */
abstract class WholeTraceContract extends Behaviour {
  @Test
  void everythingOfASpan() {
    Map<String, Object> nested = Map.of("deep", List.of(1L, "둘", true, 2.5));
    Span.Builder full =
        request(
                1,
                "GET /",
                at(1),
                12.345678,
                "s",
                "text",
                "i",
                -7,
                "d",
                0.1,
                "b",
                false,
                "list",
                List.of("x", 1L),
                "map",
                nested,
                "bytes",
                ByteString.copyFromUtf8("hi"))
            .setTraceState("vendor=1")
            .setDroppedAttributesCount(3)
            .setDroppedEventsCount(4)
            .setDroppedLinksCount(5)
            .addEvents(
                Span.Event.newBuilder()
                    .setName("exception")
                    .setTimeUnixNano(Otlp.nanos(at(1.002)))
                    .addAllAttributes(
                        Otlp.attributes("exception.type", "java.io.IOException", "n", 5)))
            .addLinks(
                Span.Link.newBuilder()
                    .setTraceId(Otlp.id(traceId(77)))
                    .setSpanId(Otlp.id(spanId(78)))
                    .addAllAttributes(Otlp.attributes("why", "batch")));
    send(
        traces(
            spans(
                resource("shop", "1.2", "pod-a", "host.cores", 8, "tags", List.of("a", "b")),
                failed(full, "오류"))));
    SpanRow s = value(store.trace(traceId(1), at(1))).orElseThrow().spans().getFirst();
    assertThat(s.spanId()).isEqualTo(spanId(1));
    assertThat(s.parentSpanId()).isNull();
    assertThat(s.service()).isEqualTo("shop");
    assertThat(s.version()).isEqualTo("1.2");
    assertThat(s.instance()).isEqualTo("pod-a");
    assertThat(s.kind()).isEqualTo("server");
    assertThat(s.start()).isEqualTo(at(1));
    assertThat(s.durationMs()).isEqualTo(12.345678);
    assertThat(s.status()).isEqualTo("error");
    assertThat(s.statusMessage()).isEqualTo("오류");
    assertThat(s.traceState()).isEqualTo("vendor=1");
    assertThat(s.scope().name()).isEqualTo("io.opencop.test");
    assertThat(s.scope().version()).isEqualTo("1.0");
    assertThat(s.attributes())
        .containsEntry("s", "text")
        .containsEntry("i", -7L)
        .containsEntry("d", 0.1)
        .containsEntry("b", false)
        .containsEntry("list", List.of("x", 1L))
        .containsEntry("map", nested)
        .containsEntry("bytes", "aGk=");
    assertThat(s.resource())
        .containsEntry("service.name", "shop")
        .containsEntry("host.cores", 8L)
        .containsEntry("tags", List.of("a", "b"));
    assertThat(s.dropped()).isEqualTo(new SpanRow.Dropped(3, 4, 5));
    assertThat(s.events())
        .containsExactly(
            new SpanRow.Event(
                "exception",
                at(1.002),
                2.0,
                Map.of("exception.type", "java.io.IOException", "n", 5L)));
    assertThat(s.links())
        .containsExactly(new SpanRow.Link(traceId(77), spanId(78), Map.of("why", "batch")));
  }

  @Test
  void wholeTraceFromManyRequestsWithItsLogs() {
    for (int i = 1; i <= 5; i++) {
      String parent = i == 1 ? null : spanId(i - 1);
      send(
          traces(
              spans(
                  resource("s" + i, null, null),
                  Otlp.span(
                      traceId(1),
                      spanId(i),
                      parent,
                      "op" + i,
                      SpanKind.SPAN_KIND_INTERNAL,
                      at(i),
                      1000.0 * (12 - 2 * i)))));
    }
    send(
        Otlp.logs(
            resource("s1", null, null),
            Otlp.log(at(3), 9, "in it").setTraceId(Otlp.id(traceId(1))),
            Otlp.log(at(3), 9, "not in it")));
    for (var around : Arrays.asList(null, at(2), at(5))) {
      Trace t = value(store.trace(traceId(1), around)).orElseThrow();
      assertThat(t.spans())
          .extracting(SpanRow::service)
          .containsExactly("s1", "s2", "s3", "s4", "s5");
      assertThat(t.start()).isEqualTo(at(1));
      assertThat(t.durationMs()).isEqualTo(10_000);
      assertThat(t.logs()).isEqualTo(1);
      assertThat(t.truncated()).isFalse();
      assertThat(t.criticalPath()).hasSize(9);
      assertThat(t.spans().getFirst().selfMs()).isEqualTo(2_000);
    }
    assertThat(value(store.trace(traceId(1).toUpperCase(Locale.ROOT), null))).isPresent();
    assertThat(value(store.trace(traceId(2), null))).isEmpty();
  }

  @Test
  void aTraceLargerThanAnAnswer() {
    List<Span.Builder> many = new ArrayList<>(List.of(request(1, "root", at(1), 60_000)));
    for (int i = 2; i <= 10_050; i++) {
      many.add(
          Otlp.span(
              traceId(1),
              spanId(i),
              spanId(1),
              "x",
              SpanKind.SPAN_KIND_INTERNAL,
              at(1 + i / 1000.0),
              1));
    }
    send(traces(spans(resource("shop", null, null), many)));
    Trace t = value(store.trace(traceId(1), null)).orElseThrow();
    assertThat(t.truncated()).isTrue();
    assertThat(t.spans()).hasSize(10_000);
    TraceQuery all =
        new TraceQuery(
            TEN_MINUTES, null, null, null, null, null, null, List.of(), Order.NEWEST, 9, null);
    assertThat(value(store.traces(all)).items().getFirst().spans()).isEqualTo(10_050);
  }
}
