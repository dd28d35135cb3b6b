package io.opencop.telemetry.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.opencop.model.TimeRange;
import io.opencop.telemetry.TelemetryReader;
import io.opencop.telemetry.assemble.Conditions;
import io.opencop.telemetry.query.MetricInfo;
import io.opencop.telemetry.query.MetricQuery;
import io.opencop.telemetry.query.MetricQuery.Op;
import io.opencop.telemetry.query.MetricResult;
import io.opencop.telemetry.query.MetricResult.Series;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** The catalogue, and every operation on every metric. */
final class SameMetrics {
  private final TelemetryReader oracle;
  private final TelemetryReader store;

  SameMetrics(TelemetryReader oracle, TelemetryReader store) {
    this.oracle = oracle;
    this.store = store;
  }

  void compare(TimeRange range) {
    List<MetricInfo> catalogue = oracle.metrics(range, null, null).value();
    assertThat(store.metrics(range, null, null).value()).isEqualTo(catalogue);
    for (MetricInfo m : catalogue) {
      for (Op op : Op.values()) {
        boolean distribution = !m.type().equals("gauge") && !m.type().equals("sum");
        if ((op == Op.RATE && m.type().equals("gauge")) || (op == Op.LAST && distribution)) {
          continue;
        }
        Double q = op == Op.QUANTILE ? 0.9 : null;
        for (List<String> by :
            List.of(List.<String>of(), List.of("service.version", "http.response.status_code"))) {
          ask(new MetricQuery(m.name(), op, q, by, null, List.of(), range, Duration.ofSeconds(45)));
        }
      }
    }
    ask(
        new MetricQuery(
            "orders.placed",
            Op.SUM,
            null,
            List.of(),
            "order",
            Conditions.parseAll(List.of("http.response.status_code=500")),
            range,
            null));
  }

  private void ask(MetricQuery q) {
    MetricResult got = store.metric(q).value();
    MetricResult expected = oracle.metric(q).value();
    assertThat(got.times()).isEqualTo(expected.times());
    assertThat(got.type()).isEqualTo(expected.type());
    assertThat(got.unit()).isEqualTo(expected.unit());
    Map<Map<String, String>, Series> a = byLabels(got);
    Map<Map<String, String>, Series> b = byLabels(expected);
    assertThat(a.keySet()).as("%s", q).isEqualTo(b.keySet());
    a.forEach((labels, series) -> {
      same(q, series.values(), b.get(labels).values());
      assertThat(series.exemplars()).containsExactlyInAnyOrderElementsOf(b.get(labels).exemplars());
    });
  }

  private static Map<Map<String, String>, Series> byLabels(MetricResult r) {
    return r.series().stream().collect(Collectors.toMap(Series::labels, s -> s));
  }

  private static void same(MetricQuery q, List<Double> got, List<Double> expected) {
    assertThat(got).hasSameSizeAs(expected);
    for (int i = 0; i < got.size(); i++) {
      Double a = got.get(i);
      Double b = expected.get(i);
      boolean same =
          (a == null || b == null)
              ? Objects.equals(a, b)
              : Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(b));
      assertThat(same).as("step %s of %s: %s against %s", i, q, a, b).isTrue();
    }
  }
}
