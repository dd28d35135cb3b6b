package io.opencop.telemetry.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.opencop.model.TimeRange;
import io.opencop.telemetry.TelemetryReader;
import io.opencop.telemetry.assemble.Attention;
import io.opencop.telemetry.query.Graph;
import io.opencop.telemetry.query.Heatmap;
import io.opencop.telemetry.query.HeatmapQuery;
import io.opencop.telemetry.query.Operation;
import io.opencop.telemetry.query.Overview;
import io.opencop.telemetry.query.Red;
import io.opencop.telemetry.query.RedPoint;
import io.opencop.telemetry.query.RedSlice;
import io.opencop.telemetry.query.ServiceDetail;
import io.opencop.telemetry.query.ServiceSummary;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Everything counted in roll-ups: counts equal, percentiles within 1 %, times within a cell. */
final class SameServices {
  private static final double RELATIVE_ERROR = 0.0101;

  private final TelemetryReader oracle;
  private final TelemetryReader store;
  private final TimeRange range;

  SameServices(TelemetryReader oracle, TelemetryReader store, TimeRange range) {
    this.oracle = oracle;
    this.store = store;
    this.range = range;
  }

  void compare() {
    overview(store.overview(range).value(), oracle.overview(range).value());
    List<ServiceSummary> services = store.services(range, 30).value();
    assertThat(services).isSortedAccordingTo(Attention.order());
    both(services, oracle.services(range, 30).value(), ServiceSummary::service, this::summary);
    for (ServiceSummary s : services) {
      Duration step = Duration.ofSeconds(60);
      detail(
          store.service(s.service(), range, step).value().orElseThrow(),
          oracle.service(s.service(), range, step).value().orElseThrow());
      heatmap(s.service());
    }
  }

  private void overview(Overview got, Overview expected) {
    assertThat(got)
        .usingRecursiveComparison()
        .ignoringFields("red", "unhealthy", "slowest")
        .isEqualTo(expected);
    assertThat(got.unhealthy()).containsExactlyInAnyOrderElementsOf(expected.unhealthy());
    red(got.red(), expected.red());
    assertThat(got.slowest() == null).isEqualTo(expected.slowest() == null);
    if (got.slowest() != null) {
      // Two nearly as slow may change places; either is the slowest within the error.
      near(got.slowest().red().p95Ms(), expected.slowest().red().p95Ms());
    }
  }

  private void summary(ServiceSummary got, ServiceSummary expected) {
    assertThat(got)
        .usingRecursiveComparison()
        .ignoringFields("red", "previous", "trend", "lastSeen")
        .isEqualTo(expected);
    red(got.red(), expected.red());
    red(got.previous(), expected.previous());
    series(got.trend(), expected.trend());
    near(got.lastSeen(), expected.lastSeen());
  }

  private void detail(ServiceDetail got, ServiceDetail expected) {
    assertThat(got)
        .usingRecursiveComparison()
        .ignoringFields(
            "red", "previous", "series", "versions", "instances", "operations", "resource")
        .isEqualTo(expected);
    red(got.red(), expected.red());
    red(got.previous(), expected.previous());
    series(got.series(), expected.series());
    both(got.versions(), expected.versions(), RedSlice::key, this::slice);
    both(got.instances(), expected.instances(), RedSlice::key, this::slice);
    both(
        got.operations(),
        expected.operations(),
        o -> o.operation() + o.kind(),
        (Operation a, Operation b) -> red(a.red(), b.red()));
    assertThat(got.resource().keySet()).isEqualTo(expected.resource().keySet());
  }

  private void slice(RedSlice got, RedSlice expected) {
    red(got.red(), expected.red());
    series(got.series(), expected.series());
    near(got.firstSeen(), expected.firstSeen());
    near(got.lastSeen(), expected.lastSeen());
  }

  private void heatmap(String service) {
    HeatmapQuery q = new HeatmapQuery(service, null, range, 60, 30);
    Heatmap got = store.heatmap(q).value();
    Heatmap expected = oracle.heatmap(q).value();
    assertThat(got.times()).isEqualTo(expected.times());
    assertThat(columns(got.counts())).isEqualTo(columns(expected.counts()));
    assertThat(columns(got.errors())).isEqualTo(columns(expected.errors()));
    assertThat(got.boundsMs()).hasSameSizeAs(expected.boundsMs()).isSorted();
  }

  private static List<Long> columns(List<List<Long>> grid) {
    return grid.stream().map(c -> c.stream().mapToLong(n -> n).sum()).toList();
  }

  void compareGraph() {
    graph(store.graph(range, null).value(), oracle.graph(range, null).value());
    for (String service : List.of("order", "inventory", "nobody")) {
      graph(store.graph(range, service).value(), oracle.graph(range, service).value());
    }
  }

  private void graph(Graph got, Graph expected) {
    assertThat(got.nodes()).extracting(Graph.Node::id).doesNotHaveDuplicates();
    both(
        got.nodes(),
        expected.nodes(),
        n -> n.kind() + " " + n.name() + " " + n.system(),
        (Graph.Node a, Graph.Node b) -> {
          assertThat(a.instances()).isEqualTo(b.instances());
          assertThat(a.ports()).isEqualTo(b.ports());
          assertThat(a.ephemeralPorts()).isEqualTo(b.ephemeralPorts());
          if (b.red() != null) {
            red(a.red(), b.red());
          }
        });
    both(
        got.edges(),
        expected.edges(),
        e -> name(got, e.from()) + ">" + name(got, e.to()),
        e -> name(expected, e.from()) + ">" + name(expected, e.to()),
        (Graph.Edge a, Graph.Edge b) -> {
          assertThat(a.async()).isEqualTo(b.async());
          assertThat(a.healthChecks()).isEqualTo(b.healthChecks());
          assertThat(a.protocol()).isEqualTo(b.protocol());
          red(a.red(), b.red());
        });
  }

  private static String name(Graph g, String id) {
    return g.nodes().stream()
        .filter(n -> n.id().equals(id))
        .map(n -> n.kind() + ":" + n.name())
        .findFirst()
        .orElse("no node " + id);
  }

  private interface Pair<T> {
    void compare(T got, T expected);
  }

  private static <T> void both(
      List<T> got, List<T> expected, Function<T, String> key, Pair<T> pair) {
    both(got, expected, key, key, pair);
  }

  private static <T> void both(
      List<T> got,
      List<T> expected,
      Function<T, String> key,
      Function<T, String> expectedKey,
      Pair<T> pair) {
    Map<String, T> a =
        got.stream().collect(Collectors.toMap(key, x -> x, (x, y) -> x, TreeMap::new));
    Map<String, T> b =
        expected.stream().collect(Collectors.toMap(expectedKey, x -> x, (x, y) -> x, TreeMap::new));
    assertThat(a.keySet()).isEqualTo(b.keySet());
    assertThat(got).hasSameSizeAs(expected);
    a.forEach((k, x) -> pair.compare(x, b.get(k)));
  }

  private static void series(List<RedPoint> got, List<RedPoint> expected) {
    assertThat(got).hasSameSizeAs(expected);
    for (int i = 0; i < got.size(); i++) {
      RedPoint a = got.get(i);
      RedPoint b = expected.get(i);
      assertThat(a.time()).isEqualTo(b.time());
      assertThat(a.count()).isEqualTo(b.count());
      assertThat(a.errors()).isEqualTo(b.errors());
      near(a.p50Ms(), b.p50Ms());
      near(a.p95Ms(), b.p95Ms());
      near(a.p99Ms(), b.p99Ms());
    }
  }

  private static void red(Red a, Red b) {
    assertThat(a.count()).isEqualTo(b.count());
    assertThat(a.errors()).isEqualTo(b.errors());
    near(a.rate(), b.rate());
    near(a.errorRatio(), b.errorRatio());
    near(a.avgMs(), b.avgMs());
    near(a.p50Ms(), b.p50Ms());
    near(a.p95Ms(), b.p95Ms());
    near(a.p99Ms(), b.p99Ms());
  }

  private static void near(Double got, Double expected) {
    if (expected == null || got == null) {
      assertThat(got).isEqualTo(expected);
    } else {
      assertThat(Math.abs(got - expected))
          .as("%s against %s", got, expected)
          .isLessThanOrEqualTo(Math.abs(expected) * RELATIVE_ERROR + 1e-5);
    }
  }

  private static void near(Instant got, Instant expected) {
    assertThat(Duration.between(got, expected).abs()).isLessThanOrEqualTo(Duration.ofSeconds(10));
  }
}
