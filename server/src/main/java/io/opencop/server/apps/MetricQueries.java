package io.opencop.server.apps;

import io.opencop.model.TimeRange;
import io.opencop.runtime.scale.StoredMetrics;
import io.opencop.telemetry.TelemetryReader;
import io.opencop.telemetry.query.MetricInfo;
import io.opencop.telemetry.query.MetricQuery;
import io.opencop.telemetry.query.MetricQuery.Op;
import io.opencop.telemetry.query.MetricResult;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/** What scaling goes by, from the telemetry store: the newest value of a metric. */
final class MetricQueries implements StoredMetrics {
  /** SDKs export every minute: a value older than two of these says nothing of now. */
  private static final Duration FRESH = Duration.ofSeconds(130);

  /** So long that every series' last point falls into the same step. */
  private static final Duration ALL = Duration.ofDays(1);

  private static final Duration STEP = Duration.ofSeconds(30);

  private static final String INSTANCE = "service.instance.id";

  private final TelemetryReader store;

  MetricQueries(TelemetryReader store) {
    this.store = store;
  }

  @Override
  public Map<String, Double> each(String metric, String service) {
    Map<String, Double> values = new HashMap<>();
    for (MetricResult.Series series : query(metric, service, List.of(INSTANCE))) {
      newest(series).ifPresent(v -> values.put(series.labels().getOrDefault(INSTANCE, ""), v));
    }
    return values;
  }

  @Override
  public OptionalDouble total(String metric, String service) {
    return query(metric, service, List.of()).stream()
        .flatMap(s -> newest(s).stream())
        .mapToDouble(v -> v)
        .reduce(Double::sum);
  }

  private List<MetricResult.Series> query(String metric, String service, List<String> by) {
    TimeRange range = TimeRange.last(FRESH, Instant.now());
    Optional<MetricInfo> info =
        store.metrics(range, service, metric).value().stream()
            .filter(m -> m.name().equals(metric))
            .findFirst();
    if (info.isEmpty()) {
      return List.of();
    }
    Op op = op(info.get());
    return store
        .metric(
            new MetricQuery(
                metric, op, null, by, service, List.of(), range, op == Op.SUM ? ALL : STEP))
        .value()
        .series();
  }

  /** Of a number that goes up and down the last of each series, added; of a counter its rate. */
  private static Op op(MetricInfo info) {
    boolean level =
        info.type().equals("gauge")
            || (info.type().equals("sum") && !Boolean.TRUE.equals(info.monotonic()));
    return level ? Op.SUM : Op.RATE;
  }

  /** Of a rate the last step but one: the newest has only begun. */
  private static Optional<Double> newest(MetricResult.Series series) {
    List<Double> known = series.values().stream().filter(Objects::nonNull).toList();
    return known.isEmpty()
        ? Optional.empty()
        : Optional.of(known.get(Math.max(0, known.size() - 2)));
  }
}
