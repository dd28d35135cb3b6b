package io.opencop.telemetry.contract;

import static io.opencop.telemetry.contract.Otlp.failed;
import static io.opencop.telemetry.contract.Otlp.request;
import static io.opencop.telemetry.contract.Otlp.resource;
import static io.opencop.telemetry.contract.Otlp.spanId;
import static io.opencop.telemetry.contract.Otlp.spans;
import static io.opencop.telemetry.contract.Otlp.traceId;
import static io.opencop.telemetry.contract.Otlp.traces;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opencop.model.TimeRange;
import io.opencop.telemetry.assemble.Conditions;
import io.opencop.telemetry.query.Condition;
import io.opencop.telemetry.query.Page;
import io.opencop.telemetry.query.TraceQuery;
import io.opencop.telemetry.query.TraceQuery.Order;
import io.opencop.telemetry.query.TraceSummary;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Span.SpanKind;
import io.opentelemetry.proto.trace.v1.Status;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Trace search. */
abstract class TraceSearchContract extends Behaviour {
  private static final TraceQuery ALL = only(null, null, null, null, null, null);

  @Test
  void byEveryCondition() {
    send(
        traces(
            spans(
                resource("shop", "7", "pod-a", "k8s.node.name", "n1"),
                request(
                    1, "GET /cart", at(10), 50, "http.response.status_code", 200, "user.id", "kim"),
                failed(
                    request(
                        2,
                        "POST /order",
                        at(20),
                        900,
                        "http.response.status_code",
                        500,
                        "retry",
                        true,
                        "load",
                        0.75),
                    "db down"),
                Otlp.span(
                    traceId(2),
                    spanId(22),
                    spanId(2),
                    "charge",
                    SpanKind.SPAN_KIND_CLIENT,
                    at(20.1),
                    700,
                    "peer.service",
                    "결제")),
            spans(
                resource("stock", null, null),
                request(3, "GET /cart", at(30), 5)
                    .setStatus(Status.newBuilder().setCode(Status.StatusCode.STATUS_CODE_OK)))));
    assertThat(find()).containsExactly(3, 2, 1);
    assertThat(find(only("shop", null, null, null, null, null))).containsExactly(2, 1);
    assertThat(find(only(null, "GET /cart", null, null, null, null))).containsExactly(3, 1);
    assertThat(find(only(null, null, "client", null, null, null))).containsExactly(2);
    assertThat(find(only(null, null, null, "error", null, null))).containsExactly(2);
    assertThat(find(only(null, null, null, "ok", null, null))).containsExactly(3);
    assertThat(find(only(null, null, null, null, 50.0, null))).containsExactly(2, 1);
    assertThat(find(only(null, null, null, null, null, 50.0))).containsExactly(3, 1);
    assertThat(
            find(
                new TraceQuery(
                    TEN_MINUTES,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    List.of(),
                    Order.SLOWEST,
                    9,
                    null)))
        .containsExactly(2, 1, 3);
    assertThat(
            find(
                new TraceQuery(
                    new TimeRange(at(10), at(20)),
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    List.of(),
                    Order.NEWEST,
                    9,
                    null)))
        .containsExactly(1);
    assertThat(where("http.response.status_code=500")).containsExactly(2);
    assertThat(where("http.response.status_code>=200")).containsExactly(2, 1);
    assertThat(where("http.response.status_code<=499")).containsExactly(1);
    assertThat(where("http.response.status_code!=500")).containsExactly(3, 2, 1);
    assertThat(where("user.id")).containsExactly(1);
    assertThat(where("user.id=kim")).containsExactly(1);
    assertThat(where("user.id=KIM")).isEmpty();
    assertThat(where("user.id~=KI")).containsExactly(1);
    assertThat(where("user.id!=kim", "http.response.status_code")).containsExactly(2);
    assertThat(where("peer.service~=결")).containsExactly(2);
    assertThat(where("retry=true")).containsExactly(2);
    assertThat(where("load>=0.75")).containsExactly(2);
    assertThat(where("load=0.75")).containsExactly(2);
    assertThat(where("service.version=7")).as("the resource's").containsExactly(2, 1);
    assertThat(where("k8s.node.name=n1", "user.id")).containsExactly(1);
    assertThat(where("nothing.like.it")).isEmpty();
    assertThat(where("user.id=k%m")).as("no wildcards").isEmpty();
    assertThat(where("user.id='; DROP TABLE spans; --")).isEmpty();
    assertThat(where("it's\"odd=1")).isEmpty();
  }

  @Test
  void allConditionsHoldOfOneSpan() {
    send(
        traces(
            spans(
                resource("shop", null, null),
                request(1, "GET /", at(1), 100, "a", "1"),
                Otlp.span(
                    traceId(1),
                    spanId(2),
                    spanId(1),
                    "q",
                    SpanKind.SPAN_KIND_CLIENT,
                    at(1),
                    10,
                    "b",
                    "1"))));
    assertThat(where("a=1", "b=1")).isEmpty();
    assertThat(where("a=1", "b!=1")).containsExactly(1);
  }

  @Test
  void aSummaryIsOfTheWholeTrace() {
    send(
        traces(
            spans(
                resource("web", null, null),
                request(1, "GET /", at(1), 100),
                Otlp.span(
                    traceId(1),
                    spanId(2),
                    spanId(1),
                    "call",
                    SpanKind.SPAN_KIND_CLIENT,
                    at(1.01),
                    80))));
    send(
        traces(
            spans(
                resource("api", null, null),
                failed(
                    Otlp.span(
                        traceId(1),
                        spanId(3),
                        spanId(2),
                        "GET /x",
                        SpanKind.SPAN_KIND_SERVER,
                        at(1.02),
                        200),
                    "no"))));
    TraceQuery api = only("api", null, null, null, null, null);
    TraceSummary s = value(store.traces(api)).items().getFirst();
    assertThat(s.rootService()).isEqualTo("web");
    assertThat(s.rootOperation()).isEqualTo("GET /");
    assertThat(s.rootStatus()).isEqualTo("unset");
    assertThat(s.start()).isEqualTo(at(1));
    assertThat(s.durationMs()).as("to the end of the last").isEqualTo(220);
    assertThat(s.spans()).isEqualTo(3);
    assertThat(s.errors()).isEqualTo(1);
    assertThat(s.services())
        .containsExactly(
            new TraceSummary.ServiceSpans("web", 2, 0), new TraceSummary.ServiceSpans("api", 1, 1));
    assertThat(s.matched())
        .isEqualTo(new TraceSummary.Match(spanId(3), "api", "GET /x", at(1.02), 200, "error"));
  }

  @Test
  void pagesNeitherRepeatNorMissWhileMoreArrives() {
    for (Order order : Order.values()) {
      List<Span.Builder> first = new ArrayList<>();
      long base = order == Order.NEWEST ? 1000 : 2000;
      for (int i = 0; i < 50; i++) {
        // Fives share a time and a duration: the order among them must be stable too.
        first.add(request(base + i, "op " + order, at(100 + i / 5), 100 + i / 5));
      }
      send(traces(spans(resource("shop", null, null), first)));
      List<Integer> seen = new ArrayList<>();
      String cursor = null;
      int extra = 0;
      do {
        TraceQuery q =
            new TraceQuery(
                TEN_MINUTES,
                null,
                "op " + order,
                null,
                null,
                null,
                null,
                List.of(),
                order,
                7,
                cursor);
        Page<TraceSummary> page = value(store.traces(q));
        assertThat(page.items()).hasSizeLessThanOrEqualTo(7);
        seen.addAll(numbers(page));
        cursor = page.nextCursor();
        extra++;
        send(
            traces(
                spans(
                    resource("shop", null, null),
                    request(base + 500 + extra, "op " + order, at(500 + extra), 5000 + extra))));
      } while (cursor != null);
      assertThat(seen).doesNotHaveDuplicates().hasSize(50);
    }
  }

  @Test
  void badQueriesNameTheField() {
    assertThatThrownBy(() ->
            store.traces(
                new TraceQuery(
                    TEN_MINUTES,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    List.of(),
                    Order.NEWEST,
                    9,
                    "x")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("cursor");
    assertThatThrownBy(() ->
            store.traces(
                new TraceQuery(
                    TEN_MINUTES,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    List.of(new Condition("n", Condition.Op.GE, "fast")),
                    Order.NEWEST,
                    9,
                    null)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("attr");
  }

  @Test
  void oneKeyWithValuesOfSeveralTypes() {
    send(traces(spans(resource("shop", null, null), request(1, "a", at(1), 1, "k", 5))));
    send(
        traces(
            spans(
                resource("shop", null, null),
                request(2, "b", at(2), 1, "k", "five"),
                request(3, "c", at(3), 1, "k", true))));
    assertThat(attribute(1)).isEqualTo(5L);
    assertThat(attribute(2)).isEqualTo("five");
    assertThat(attribute(3)).isEqualTo(true);
    assertThat(where("k=five")).containsExactly(2);
    assertThat(where("k=5")).containsExactly(1);
    assertThat(where("k=true")).containsExactly(3);
    assertThat(where("k")).containsExactly(3, 2, 1);
    assertThat(where("k>=4")).containsExactly(1);
  }

  private Object attribute(long trace) {
    return value(store.trace(traceId(trace), null))
        .orElseThrow()
        .spans()
        .getFirst()
        .attributes()
        .get("k");
  }

  private static TraceQuery only(
      String service, String operation, String kind, String status, Double min, Double max) {
    return new TraceQuery(
        TEN_MINUTES,
        service,
        operation,
        kind,
        status,
        min,
        max,
        List.of(),
        Order.NEWEST,
        100,
        null);
  }

  private List<Integer> where(String... conditions) {
    return find(
        new TraceQuery(
            TEN_MINUTES,
            null,
            null,
            null,
            null,
            null,
            null,
            Conditions.parseAll(List.of(conditions)),
            Order.NEWEST,
            100,
            null));
  }

  private List<Integer> find(TraceQuery query) {
    return numbers(value(store.traces(query)));
  }

  private List<Integer> find() {
    return find(ALL);
  }

  private static List<Integer> numbers(Page<TraceSummary> page) {
    return page.items().stream().map(t -> Integer.parseInt(t.traceId(), 16)).toList();
  }
}
