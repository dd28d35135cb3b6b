package io.opencop.telemetry.contract;

import static io.opencop.telemetry.contract.Otlp.request;
import static io.opencop.telemetry.contract.Otlp.resource;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.opencop.model.Change;
import io.opencop.model.ChangeKind;
import io.opencop.model.Signal;
import io.opencop.telemetry.query.ChangeQuery;
import io.opencop.telemetry.query.LogFilter;
import io.opencop.telemetry.query.LogPattern;
import io.opencop.telemetry.query.LogQuery;
import io.opencop.telemetry.query.PatternQuery;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.trace.v1.Span;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What was acknowledged is there after the store was closed and opened again. */
abstract class DurabilityContract extends Behaviour {
  private final ExportTraceServiceRequest trace =
      Otlp.traces(
          Otlp.spans(
              resource("shop", "1", "a"),
              request(1, "GET /", at(1), 10, "session.id", "s", "n", 5),
              Otlp.span(
                  Otlp.traceId(1),
                  Otlp.spanId(2),
                  Otlp.spanId(1),
                  "q",
                  Span.SpanKind.SPAN_KIND_CLIENT,
                  at(1),
                  5,
                  "db.system.name",
                  "mysql",
                  "db.namespace",
                  "x")));

  @BeforeEach
  void onlyWhereItIsPromised() {
    assumeTrue(under().durable(), "keeps nothing over a restart");
  }

  @Test
  void everythingIsThereAgain() {
    sendAll(0);
    everything(1);
    reopen();
    everything(1);
    sendAll(1);
    everything(2);
    store.seal();
    everything(2);
    reopen();
    everything(2);
    sendAll(2);
    reopen();
    reopen();
    everything(3);
  }

  @Test
  void theSameRequestAgainIsRecognisedAcrossRestartAndSeal() {
    send(trace);
    reopen();
    assertThat(send(trace).duplicate()).isTrue();
    store.seal();
    assertThat(send(trace).duplicate()).isTrue();
    reopen();
    assertThat(send(trace).duplicate()).isTrue();
    assertThat(value(store.overview(TEN_MINUTES)).spans()).isEqualTo(2);
    change(deploy());
    reopen();
    change(deploy());
    store.seal();
    change(deploy());
    assertThat(value(store.changes(new ChangeQuery(TEN_MINUTES, null, null, 9, null))).items())
        .hasSize(1);
  }

  @Test
  void templatesAndIdsStayTheSame() {
    for (int i = 0; i < 20; i++) {
      send(Otlp.logs(resource("shop", null, null), Otlp.log(at(i), 9, "Order " + i + " done")));
    }
    List<String> templates = templates();
    List<String> ids = logIds();
    reopen();
    assertThat(templates()).isEqualTo(templates);
    assertThat(logIds()).isEqualTo(ids);
    store.seal();
    reopen();
    send(Otlp.logs(resource("shop", null, null), Otlp.log(at(99), 9, "Order 99 done")));
    assertThat(templates()).isEqualTo(templates);
    assertThat(logIds()).containsAll(ids);
  }

  private void sendAll(int round) {
    if (round == 0) {
      send(trace);
    } else {
      send(
          Otlp.traces(
              Otlp.spans(
                  resource("shop", "1", "a"),
                  request(100 + round, "GET /", at(1 + round), 10, "session.id", "s"))));
    }
    send(Otlp.logs(resource("shop", null, null), Otlp.log(at(2 + round), 9, "round " + round)));
    send(
        Signal.METRICS,
        Otlp.metrics(
            resource("shop", null, null),
            Points.gauge("g", "1", Points.point(null, at(3 + round), round))));
    change(
        new Change(
            at(4 + round), ChangeKind.SCALE, "shop", "s" + round, "to " + round, null, null, null));
  }

  private void everything(int rounds) {
    var o = value(store.overview(TEN_MINUTES));
    assertThat(o.spans()).isEqualTo(rounds + 1);
    assertThat(o.red().count()).isEqualTo(rounds);
    assertThat(o.logs()).isEqualTo(rounds);
    assertThat(o.metricPoints()).isEqualTo(rounds);
    assertThat(o.activeSessions()).isEqualTo(1);
    assertThat(value(store.changes(new ChangeQuery(TEN_MINUTES, null, null, 9, null))).items())
        .hasSize(rounds);
    assertThat(value(store.logs(new LogQuery(LogFilter.all(), TEN_MINUTES, true, 9, null))).items())
        .hasSize(rounds);
    assertThat(value(store.trace(Otlp.traceId(1), null)).orElseThrow().spans()).hasSize(2);
    assertThat(value(store.graph(TEN_MINUTES, null)).edges()).hasSize(2);
    assertThat(value(store.metrics(TEN_MINUTES, null, null))).hasSize(1);
    assertThat(store.attributeKeys(Signal.SPANS))
        .extracting(k -> k.key())
        .contains("n", "session.id");
  }

  private static Change deploy() {
    return new Change(at(9), ChangeKind.DEPLOY, "shop", "r1", "release 1", null, null, null);
  }

  private List<String> templates() {
    return value(store.logPatterns(new PatternQuery(TEN_MINUTES, null, 0, 100))).stream()
        .map(LogPattern::templateId)
        .toList();
  }

  private List<String> logIds() {
    return value(store.logs(new LogQuery(LogFilter.all(), TEN_MINUTES, true, 100, null)))
        .items()
        .stream()
        .map(r -> r.id())
        .toList();
  }
}
