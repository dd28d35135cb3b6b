package io.opencop.telemetry.contract;

import static io.opencop.telemetry.contract.Otlp.metrics;
import static io.opencop.telemetry.contract.Otlp.resource;
import static io.opencop.telemetry.contract.Points.buckets;
import static io.opencop.telemetry.contract.Points.exponential;
import static io.opencop.telemetry.contract.Points.gauge;
import static io.opencop.telemetry.contract.Points.histogram;
import static io.opencop.telemetry.contract.Points.point;
import static io.opencop.telemetry.contract.Points.sum;
import static io.opencop.telemetry.contract.Points.summary;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.opencop.model.Signal;
import io.opencop.model.TimeRange;
import io.opencop.telemetry.assemble.Conditions;
import io.opencop.telemetry.query.MetricInfo;
import io.opencop.telemetry.query.MetricQuery;
import io.opencop.telemetry.query.MetricQuery.Op;
import io.opencop.telemetry.query.MetricResult;
import io.opentelemetry.proto.metrics.v1.Exemplar;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The catalogue, and every operation on every type of metric. */
abstract class MetricsContract extends Behaviour {
  private static final double[] BOUNDS = {10, 20, 40};

  @Test
  void catalogue() {
    send(
        Signal.METRICS,
        metrics(
            resource("shop", null, null),
            gauge(
                "jvm.memory.used",
                "By",
                point(null, at(1), 5, "pool", "eden"),
                point(null, at(1), 6, "pool", "old")),
            sum("http.requests", false, true, point(at(0), at(1), 5)),
            sum("queue.size", false, false, point(at(0), at(1), 5)),
            histogram("http.duration", true, buckets(at(0), at(1), 5, BOUNDS, 1, 0, 0, 0)),
            exponential("rpc.duration", false, exponential(at(0), at(1), 0, 5, 0, 0, 1)),
            summary("gc.pause", at(0), at(1), 1, 5, 0.5, 5)));
    send(
        Signal.METRICS,
        metrics(
            resource("stock", null, null),
            gauge("jvm.memory.used", "By", point(null, at(2), 5, "pool", "eden", "area", "heap"))));
    assertThat(value(store.metrics(TEN_MINUTES, null, null)))
        .containsExactly(
            new MetricInfo(
                "gc.pause",
                "summary",
                "ms",
                "about gc.pause",
                null,
                null,
                1,
                List.of("shop"),
                List.of()),
            new MetricInfo(
                "http.duration",
                "histogram",
                "ms",
                "about http.duration",
                "delta",
                null,
                1,
                List.of("shop"),
                List.of()),
            new MetricInfo(
                "http.requests",
                "sum",
                "{request}",
                "about http.requests",
                "cumulative",
                true,
                1,
                List.of("shop"),
                List.of()),
            new MetricInfo(
                "jvm.memory.used",
                "gauge",
                "By",
                "about jvm.memory.used",
                null,
                null,
                3,
                List.of("shop", "stock"),
                List.of("area", "pool")),
            new MetricInfo(
                "queue.size",
                "sum",
                "{request}",
                "about queue.size",
                "cumulative",
                false,
                1,
                List.of("shop"),
                List.of()),
            new MetricInfo(
                "rpc.duration",
                "exponential_histogram",
                "ms",
                "about rpc.duration",
                "cumulative",
                null,
                1,
                List.of("shop"),
                List.of()));
    assertThat(names(value(store.metrics(TEN_MINUTES, "stock", null))))
        .containsExactly("jvm.memory.used");
    assertThat(names(value(store.metrics(TEN_MINUTES, null, "DURATION"))))
        .containsExactly("http.duration", "rpc.duration");
    assertThat(value(store.metrics(new TimeRange(at(100), at(200)), null, null))).isEmpty();
  }

  @Test
  void gauges() {
    send(
        Signal.METRICS,
        metrics(
            resource("shop", null, "a"),
            gauge(
                "g",
                "1",
                point(null, at(1), 4, "pool", "x"),
                point(null, at(6), 8, "pool", "x"),
                point(null, at(2), 10, "pool", "y"))));
    send(
        Signal.METRICS,
        metrics(
            resource("shop", null, "b"),
            gauge("g", "1", point(null, at(25), 7, "pool", "x").setFlags(0))));
    assertThat(ask(Op.AVG)).containsExactly(8.0, null, 7.0);
    assertThat(ask(Op.SUM)).containsExactly(18.0, null, 7.0);
    assertThat(ask(Op.MIN)).containsExactly(4.0, null, 7.0);
    assertThat(ask(Op.MAX)).containsExactly(10.0, null, 7.0);
    assertThat(ask(Op.LAST)).containsExactly(8.0, null, 7.0);
    assertThat(ask(Op.COUNT)).containsExactly(3.0, null, 1.0);
    assertThat(ask(query("g", Op.QUANTILE, 0.5))).containsExactly(8.0, null, 7.0);
    MetricResult byPool =
        value(store.metric(query("g", Op.SUM, null, "pool", "service.instance.id")));
    assertThat(byPool.series().stream().map(s -> s.labels() + " " + s.values()))
        .containsExactlyInAnyOrder(
            "{pool=x, service.instance.id=a} [8.0, null, null]",
            "{pool=y, service.instance.id=a} [10.0, null, null]",
            "{pool=x, service.instance.id=b} [null, null, 7.0]");
    assertThat(byPool.unit()).isEqualTo("1");
    assertThat(byPool.type()).isEqualTo("gauge");
  }

  @Test
  void intsAreNumbersAndGapsAreGaps() {
    long large = Long.MAX_VALUE / 2;
    send(
        Signal.METRICS,
        metrics(
            resource("shop", null, null),
            gauge(
                "g",
                "1",
                point(null, at(1), 0).setAsInt(large),
                point(null, at(11), 0).clearValue().setFlags(1))));
    assertThat(ask(Op.LAST)).containsExactly((double) large, null, null);
  }

  @Test
  void cumulativeSumsWithAReset() {
    send(
        Signal.METRICS,
        metrics(
            resource("shop", null, null),
            sum(
                "g",
                false,
                true,
                point(at(-600), at(-5), 100),
                point(at(-600), at(5), 120),
                point(at(-600), at(15), 150),
                point(at(20), at(25), 30))));
    assertThat(ask(Op.RATE))
        .as("2, then 2.5 of 2 and 3, then 3 and 6")
        .satisfies(v -> close(v, 2.5, 3.0, 6.0));
    assertThat(ask(Op.SUM)).satisfies(v -> close(v, 25.0, 15.0, 30.0));
    assertThat(ask(Op.LAST)).containsExactly(120.0, 150.0, 30.0);
  }

  @Test
  void deltaSums() {
    send(
        Signal.METRICS,
        metrics(
            resource("shop", null, null),
            sum(
                "g",
                true,
                true,
                point(at(0), at(10), 20, "r", "a"),
                point(at(10), at(20), 5, "r", "a"),
                point(at(0), at(10), 4, "r", "b"))));
    assertThat(ask(Op.SUM)).containsExactly(24.0, 5.0, null);
    assertThat(ask(Op.RATE)).satisfies(v -> close(v, 2.4, 0.5, null));
    assertThat(value(store.metric(where("r=b"))).series().getFirst().values()).startsWith(4.0);
    assertThat(value(store.metric(where("r!=b"))).series().getFirst().values()).startsWith(20.0);
    assertThat(value(store.metric(where("service.name=other"))).series()).isEmpty();
  }

  @Test
  void histograms() {
    send(
        Signal.METRICS,
        metrics(
            resource("shop", null, null),
            histogram(
                "g",
                false,
                buckets(at(-60), at(0), 1000, BOUNDS, 50, 50, 0, 0),
                buckets(at(-60), at(10), 1180, BOUNDS, 52, 54, 2, 2))));
    send(
        Signal.METRICS,
        metrics(
            resource("shop", null, null),
            histogram("g", false, buckets(at(-60), at(20), 1180, BOUNDS, 52, 54, 2, 2))));
    assertThat(ask(Op.COUNT)).containsExactly(10.0, 0.0, null);
    assertThat(ask(Op.RATE)).satisfies(v -> close(v, 1.0, 0.0, null));
    assertThat(ask(Op.AVG)).containsExactly(18.0, null, null);
    assertThat(ask(Op.SUM)).containsExactly(180.0, 0.0, null);
    assertThat(ask(query("g", Op.QUANTILE, 0.5))).containsExactly(17.5, null, null);
    assertThat(ask(query("g", Op.QUANTILE, 0.95))).containsExactly(40.0, null, null);
    assertThat(value(store.metric(query("g", Op.AVG, null))).type()).isEqualTo("histogram");
  }

  @Test
  void exponentialHistogramsOfSeveralScales() {
    send(
        Signal.METRICS,
        metrics(
            resource("shop", null, null),
            exponential(
                "g",
                true,
                exponential(at(0), at(10), 1, 10, 1, -1, 1, 2, 3, 4)
                    .addAllAttributes(Otlp.attributes("i", "a")),
                exponential(at(0), at(10), 0, 10, 2, 0, 10)
                    .addAllAttributes(Otlp.attributes("i", "b")))));
    assertThat(ask(Op.COUNT)).containsExactly(23.0, null, null);
    assertThat(ask(query("g", Op.QUANTILE, 19 / 23.0))).satisfies(v -> close(v, 2.0, null, null));
    assertThat(ask(query("g", Op.QUANTILE, 1.0))).satisfies(v -> close(v, 4.0, null, null));
    assertThat(ask(query("g", Op.QUANTILE, 0.0))).satisfies(v -> close(v, 0.0, null, null));
  }

  @Test
  void negativeExponentialBucketsAndExtremes() {
    var p = exponential(at(0), at(10), 0, -6, 0, 0).setCount(4).setMin(-3.5).setMax(-1.5);
    p.getNegativeBuilder().setOffset(0).addBucketCounts(2).addBucketCounts(2);
    send(Signal.METRICS, metrics(resource("shop", null, null), exponential("g", true, p)));
    assertThat(ask(query("g", Op.QUANTILE, 0.5))).satisfies(v -> close(v, -2.0, null, null));
    assertThat(ask(Op.MIN)).containsExactly(-3.5, null, null);
    assertThat(ask(Op.MAX)).containsExactly(-1.5, null, null);
  }

  @Test
  void summaries() {
    send(
        Signal.METRICS,
        metrics(
            resource("shop", null, null),
            summary("g", at(-60), at(0), 10, 100, 0, 1, 0.5, 10, 1, 30),
            summary("g", at(-60), at(10), 30, 400, 0, 1, 0.5, 20, 1, 50)));
    assertThat(ask(query("g", Op.QUANTILE, 0.5))).containsExactly(10.0, 20.0, null);
    assertThat(ask(Op.MAX)).containsExactly(30.0, 50.0, null);
    assertThat(ask(Op.RATE)).satisfies(v -> close(v, 2.0, null, null));
    assertThat(ask(Op.AVG)).containsExactly(15.0, null, null);
  }

  @Test
  void exemplars() {
    send(
        Signal.METRICS,
        metrics(
            resource("shop", null, null),
            histogram(
                "g",
                true,
                buckets(at(0), at(10), 5, BOUNDS, 1, 0, 0, 0)
                    .addExemplars(
                        Exemplar.newBuilder()
                            .setTimeUnixNano(Otlp.nanos(at(4)))
                            .setAsDouble(5)
                            .setTraceId(Otlp.id(Otlp.traceId(9)))
                            .setSpanId(Otlp.id(Otlp.spanId(8)))))));
    assertThat(value(store.metric(query("g", Op.COUNT, null))).series().getFirst().exemplars())
        .containsExactly(new MetricResult.Exemplar(at(4), 5, Otlp.traceId(9), Otlp.spanId(8)));
  }

  @Test
  void unknownAndUnanswerable() {
    assertThat(value(store.metric(query("nobody.knows", Op.AVG, null))).series()).isEmpty();
    assertThat(value(store.metric(query("nobody.knows", Op.AVG, null))).times()).hasSize(3);
    send(
        Signal.METRICS,
        metrics(resource("shop", null, null), gauge("g", "1", point(null, at(1), 1))));
    assertThatThrownBy(() -> store.metric(query("g", Op.RATE, null)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("op");
    assertThatThrownBy(() -> store.metric(query("g", Op.QUANTILE, 2.0)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("q");
  }

  @Test
  void whereNoStepIsAskedForAboutHundredTwentyPoints() {
    send(
        Signal.METRICS,
        metrics(resource("shop", null, null), gauge("g", "1", point(null, at(1), 1))));
    MetricQuery q =
        new MetricQuery("g", Op.AVG, null, List.of(), null, List.of(), TEN_MINUTES, null);
    MetricResult r = value(store.metric(q));
    assertThat(r.stepS()).isEqualTo(5);
    assertThat(r.times()).hasSize(120);
    assertThat(r.series().getFirst().values()).hasSize(120).startsWith(1.0);
    assertThat(r.series().getFirst().values().stream().filter(Objects::nonNull)).hasSize(1);
    assertThat(r.series().getFirst().labels()).isEqualTo(Map.of());
  }

  private List<Double> ask(Op op) {
    return ask(query("g", op, null));
  }

  private List<Double> ask(MetricQuery query) {
    MetricResult r = value(store.metric(query));
    assertThat(r.series()).hasSize(1);
    return r.series().getFirst().values();
  }

  private static MetricQuery query(String name, Op op, Double q, String... by) {
    return new MetricQuery(
        name,
        op,
        q,
        List.of(by),
        null,
        List.of(),
        new TimeRange(at(0), at(30)),
        Duration.ofSeconds(10));
  }

  private static MetricQuery where(String condition) {
    return new MetricQuery(
        "g",
        Op.SUM,
        null,
        List.of(),
        "shop",
        Conditions.parseAll(List.of(condition)),
        new TimeRange(at(0), at(30)),
        Duration.ofSeconds(10));
  }

  private static void close(List<? extends Double> values, Double... expected) {
    assertThat(values).hasSize(expected.length);
    for (int i = 0; i < expected.length; i++) {
      if (expected[i] == null) {
        assertThat(values.get(i)).isNull();
      } else {
        assertThat(values.get(i)).isCloseTo(expected[i], within(1e-9));
      }
    }
  }

  private static List<String> names(List<MetricInfo> metrics) {
    return metrics.stream().map(MetricInfo::name).toList();
  }
}
