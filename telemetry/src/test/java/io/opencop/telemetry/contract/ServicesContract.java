package io.opencop.telemetry.contract;

import static io.opencop.telemetry.contract.Otlp.failed;
import static io.opencop.telemetry.contract.Otlp.request;
import static io.opencop.telemetry.contract.Otlp.resource;
import static io.opencop.telemetry.contract.Otlp.spans;
import static io.opencop.telemetry.contract.Otlp.traces;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.opencop.model.Change;
import io.opencop.model.ChangeKind;
import io.opencop.model.Signal;
import io.opencop.model.TimeRange;
import io.opencop.telemetry.query.Overview;
import io.opencop.telemetry.query.Red;
import io.opencop.telemetry.query.RedPoint;
import io.opencop.telemetry.query.RedSlice;
import io.opencop.telemetry.query.ServiceDetail;
import io.opencop.telemetry.query.ServiceSummary;
import io.opentelemetry.proto.resource.v1.Resource;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Span.SpanKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Services and their RED, by version, instance, operation and time. */
abstract class ServicesContract extends Behaviour {
  @Test
  void rateErrorsDuration() {
    List<Span.Builder> requests = new ArrayList<>();
    for (int i = 1; i <= 100; i++) {
      Span.Builder r = request(i, "GET /", at(i * 5), i);
      requests.add(i % 20 == 0 ? failed(r, "no") : r);
    }
    send(traces(spans(resource("shop", "1", "a"), requests)));
    Red red = only().red();
    assertThat(red.count()).isEqualTo(100);
    assertThat(red.errors()).isEqualTo(5);
    assertThat(red.rate()).isCloseTo(100 / 600.0, within(1e-9));
    assertThat(red.errorRatio()).isCloseTo(0.05, within(1e-9));
    assertThat(red.avgMs()).isCloseTo(50.5, within(1e-6));
    assertThat(red.p50Ms()).isCloseTo(50, within(0.5));
    assertThat(red.p95Ms()).isCloseTo(95, within(0.95));
    assertThat(red.p99Ms()).isCloseTo(99, within(0.99));
  }

  /** What was started in the last of ten minutes has its rate over that minute, everywhere. */
  @Test
  void aRateIsOverTheTimeThereIsDataFor() {
    List<Span.Builder> requests = new ArrayList<>();
    for (int i = 0; i < 120; i++) {
      requests.add(request(1 + i, "GET /", at(540 + i * 0.5), 1));
    }
    send(
        traces(
            spans(resource("shop", "1", "a"), requests.subList(0, 60)),
            spans(resource("shop", "2", "b"), requests.subList(60, 120))));
    assertThat(only().red().rate()).isCloseTo(2, within(1e-9));
    assertThat(value(store.overview(TEN_MINUTES)).red().rate()).isCloseTo(2, within(1e-9));
    assertThat(value(store.graph(TEN_MINUTES, null)).edges())
        .singleElement()
        .satisfies(e -> assertThat(e.red().rate()).isCloseTo(2, within(1e-9)));
    ServiceDetail d = value(store.service("shop", TEN_MINUTES, null)).orElseThrow();
    assertThat(d.red().rate()).isCloseTo(2, within(1e-9));
    assertThat(d.operations().getFirst().red().rate()).isCloseTo(2, within(1e-9));
    assertThat(d.versions())
        .as("version 2 took over half a minute ago")
        .extracting(v -> v.red().rate())
        .containsExactly(1.0, 2.0);

    send(Otlp.logs(resource("shop", null, null), Otlp.log(at(480), 9, "starting")));
    assertThat(only().red().rate()).as("any signal shows that it runs").isCloseTo(1, within(1e-9));
  }

  @Test
  void onlyEntrySpansAreRequests() {
    String trace = Otlp.traceId(1);
    send(
        traces(
            spans(
                resource("shop", null, null),
                request(1, "GET /", at(1), 100),
                child(trace, 2, SpanKind.SPAN_KIND_INTERNAL),
                failed(child(trace, 3, SpanKind.SPAN_KIND_CLIENT), "down"),
                child(trace, 4, SpanKind.SPAN_KIND_PRODUCER),
                child(trace, 5, SpanKind.SPAN_KIND_CONSUMER))));
    ServiceSummary shop = only();
    assertThat(shop.spans()).isEqualTo(5);
    assertThat(shop.red().count()).as("the SERVER and the CONSUMER span").isEqualTo(2);
    assertThat(shop.red().errors()).as("the failed span is a call").isZero();
  }

  @Test
  void seenByAnySignal() {
    send(
        Otlp.logs(
            resource("logger", null, null), Otlp.log(at(1), 17, "x"), Otlp.log(at(2), 9, "y")));
    send(
        Signal.METRICS,
        Otlp.metrics(
            resource("meter", null, null), Points.gauge("g", "1", Points.point(null, at(1), 1))));
    send(traces(spans(resource("tracer", null, null), request(1, "GET /", at(1), 1))));
    List<ServiceSummary> services = value(store.services(TEN_MINUTES, 30));
    assertThat(services)
        .extracting(ServiceSummary::service)
        .containsExactlyInAnyOrder("logger", "meter", "tracer");
    ServiceSummary logger =
        services.stream().filter(s -> s.service().equals("logger")).findFirst().orElseThrow();
    assertThat(logger.logs()).isEqualTo(2);
    assertThat(logger.errorLogs()).isEqualTo(1);
    assertThat(logger.red()).isEqualTo(new Red(0, 0, 0, 0, null, null, null, null));
    assertThat(value(store.services(later(), 30))).isEmpty();
    assertThat(value(store.service("meter", TEN_MINUTES, null))).isPresent();
    assertThat(value(store.service("nobody", TEN_MINUTES, null))).isEmpty();
  }

  @Test
  void withoutANameAndWithWhatItSaysOfItself() {
    send(traces(spans(Resource.getDefaultInstance(), request(1, "GET /", at(1), 1))));
    send(
        traces(
            spans(
                resource(
                    "주문",
                    "2.1",
                    "pod-1",
                    "service.namespace",
                    "shop",
                    "telemetry.sdk.language",
                    "java",
                    "process.pid",
                    42),
                request(2, "GET /", at(1), 1))));
    assertThat(value(store.services(TEN_MINUTES, 30)))
        .extracting(ServiceSummary::service)
        .containsExactlyInAnyOrder("unknown_service", "주문");
    ServiceDetail d = value(store.service("주문", TEN_MINUTES, null)).orElseThrow();
    assertThat(d.namespace()).isEqualTo("shop");
    assertThat(d.language()).isEqualTo("java");
    assertThat(d.resource())
        .containsEntry("process.pid", "42")
        .containsEntry("service.version", "2.1");
  }

  @Test
  void byVersionAndInstance() {
    send(
        traces(
            spans(
                resource("shop", "1", "a"),
                request(1, "GET /", at(1), 10),
                request(2, "GET /", at(2), 10)),
            spans(resource("shop", "2", "b"), failed(request(3, "POST /", at(61), 30), "no")),
            spans(resource("shop", "2", "c"), request(4, "POST /", at(95), 20)),
            spans(resource("shop", null, null), request(5, "GET /", at(99), 5))));
    ServiceSummary s = only();
    assertThat(s.versions()).containsExactly("1", "2");
    assertThat(s.instances()).as("a, b, c and those without one").isEqualTo(4);
    ServiceDetail d =
        value(store.service("shop", TEN_MINUTES, Duration.ofSeconds(60))).orElseThrow();
    assertThat(d.versions()).extracting(RedSlice::key).containsExactlyInAnyOrder("", "1", "2");
    RedSlice two = d.versions().stream().filter(v -> v.key().equals("2")).findFirst().orElseThrow();
    assertThat(two.red().count()).isEqualTo(2);
    assertThat(two.red().errors()).isEqualTo(1);
    assertThat(two.firstSeen()).isBetween(at(50), at(70));
    assertThat(two.lastSeen()).isBetween(at(85), at(105));
    assertThat(two.series()).extracting(RedPoint::count).startsWith(0L, 2L, 0L);
    assertThat(d.instances())
        .extracting(RedSlice::key)
        .containsExactlyInAnyOrder("", "a", "b", "c");
    assertThat(d.instances().stream().mapToLong(i -> i.red().count()).sum()).isEqualTo(5);
    assertThat(
            d.operations().stream()
                .map(o -> o.operation() + " " + o.kind() + " " + o.red().count()))
        .containsExactly("GET / server 3", "POST / server 2");
    assertThat(d.series()).hasSize(10);
    assertThat(d.series()).extracting(RedPoint::count).startsWith(2L, 3L, 0L);
    assertThat(d.stepS()).isEqualTo(60);
  }

  @Test
  void aTrendAddsUpAndTheRangeBeforeIsComparedWith() {
    List<Span.Builder> requests = new ArrayList<>();
    for (int i = 1; i <= 60; i++) {
      requests.add(request(i, "GET /", at(-600 + i * 15), i));
    }
    send(traces(spans(resource("shop", null, null), requests)));
    ServiceSummary s = only();
    assertThat(s.red().count() + s.previous().count()).isEqualTo(60);
    assertThat(s.previous().count()).isEqualTo(39);
    assertThat(s.trend().stream().mapToLong(RedPoint::count).sum()).isEqualTo(s.red().count());
    assertThat(s.trend().size()).isBetween(2, 31);
    assertThat(s.lastSeen()).isBetween(at(290), at(310));
  }

  @Test
  void theFirstLookIsAtWhatNeedsIt() {
    List<Span.Builder> failing = new ArrayList<>();
    List<Span.Builder> fine = new ArrayList<>();
    for (int i = 1; i <= 20; i++) {
      failing.add(i < 5 ? failed(request(i, "f", at(i), 1), "no") : request(i, "f", at(i), 1));
      fine.add(request(100 + i, "g", at(i), 1));
      fine.add(request(200 + i, "g", at(i), 1));
    }
    send(traces(spans(resource("calm", null, null), request(999, "g", at(1), 1))));
    send(traces(spans(resource("busy", null, null), fine)));
    send(traces(spans(resource("failing", null, null), failing)));
    assertThat(value(store.services(TEN_MINUTES, 10)))
        .extracting(ServiceSummary::service)
        .containsExactly("failing", "busy", "calm");
    assertThat(value(store.overview(TEN_MINUTES)).unhealthy()).containsExactly("failing");
  }

  @Test
  void overviewOfEverything() {
    send(
        traces(
            spans(
                resource("web", "1", "w1"),
                request(1, "GET /", at(1), 100, "session.id", "s1"),
                request(2, "GET /", at(2), 100, "session.id", "s2"),
                request(3, "GET /", at(3), 100, "session.id", "s1"),
                Otlp.span(
                    Otlp.traceId(1),
                    Otlp.spanId(11),
                    Otlp.spanId(1),
                    "GET",
                    SpanKind.SPAN_KIND_CLIENT,
                    at(1.01),
                    50,
                    "http.request.method",
                    "GET",
                    "server.address",
                    "api")),
            spans(
                resource("api", "1", "a1"),
                Otlp.span(
                    Otlp.traceId(1),
                    Otlp.spanId(12),
                    Otlp.spanId(11),
                    "GET /x",
                    SpanKind.SPAN_KIND_SERVER,
                    at(1.02),
                    900))));
    Overview o = value(store.overview(TEN_MINUTES));
    assertThat(o.services()).isEqualTo(2);
    assertThat(o.instances()).isEqualTo(2);
    assertThat(o.spans()).isEqualTo(5);
    assertThat(o.red().count()).as("what came from outside").isEqualTo(3);
    assertThat(o.activeSessions()).isEqualTo(2);
    assertThat(o.slowest().service()).isEqualTo("api");
    assertThat(o.slowest().operation()).isEqualTo("GET /x");
    assertThat(o.unhealthy()).isEmpty();
    assertThat(value(store.overview(later())).activeSessions()).isNull();
    assertThat(value(store.overview(later())).slowest()).isNull();
  }

  @Test
  void activeSessionsOfARange() {
    List<Span.Builder> requests = new ArrayList<>();
    // Ten sessions, each seen before and after the third minute; only the odd ones also in it.
    for (int i = 0; i < 10; i++) {
      requests.add(request(100 + i, "GET /", at(5 + i), 10, "session.id", "s" + i));
      requests.add(request(200 + i, "GET /", at(400 + i), 10, "session.id", "s" + i));
      if (i % 2 == 1) {
        requests.add(request(300 + i, "GET /", at(130 + i), 10, "session.id", "s" + i));
      }
    }
    send(traces(spans(resource("shop", "1", "a"), requests)));
    send(
        traces(
            spans(
                resource("shop", "1", "b"),
                request(400, "GET /", at(140), 10, "session.id", "s1"),
                request(401, "GET /", at(150), 10, "session.id", "new"))));
    assertThat(sessions(120, 180)).isEqualTo(6);
    assertThat(sessions(0, 60)).isEqualTo(10);
    assertThat(sessions(0, 180)).isEqualTo(11);
    assertThat(sessions(120, 600)).isEqualTo(11);
    assertThat(sessions(60, 120)).isNull();
  }

  private Long sessions(int from, int to) {
    return value(store.overview(new TimeRange(at(from), at(to)))).activeSessions();
  }

  @Test
  void changesStandBesideIt() {
    send(traces(spans(resource("shop", null, null), request(1, "GET /", at(1), 1))));
    change(new Change(at(30), ChangeKind.DEPLOY, "shop", "r2", "release 2", "kim", "2", null));
    change(
        new Change(at(20), ChangeKind.CONFIG, null, "c1", "pool 10 to 5", null, null, "-10\n+5"));
    change(new Change(at(40), ChangeKind.DEPLOY, "other", "r9", "release 9", null, null, null));
    assertThat(only().lastChange().id()).isEqualTo("r2");
    assertThat(value(store.service("shop", TEN_MINUTES, null)).orElseThrow().changes())
        .extracting(Change::id)
        .containsExactly("r2", "c1");
  }

  private ServiceSummary only() {
    List<ServiceSummary> services = value(store.services(TEN_MINUTES, 30));
    assertThat(services).hasSize(1);
    return services.getFirst();
  }

  private static Span.Builder child(String trace, long id, SpanKind kind) {
    return Otlp.span(trace, Otlp.spanId(id), Otlp.spanId(1), "child " + id, kind, at(1.01), 10);
  }

  private static TimeRange later() {
    return new TimeRange(at(3000), at(3600));
  }
}
