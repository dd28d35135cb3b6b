package io.opencop.telemetry.assemble.metric;

import io.opencop.telemetry.assemble.Nanos;
import io.opencop.telemetry.assemble.Steps;
import io.opencop.telemetry.assemble.Values;
import io.opencop.telemetry.query.MetricQuery;
import io.opencop.telemetry.query.MetricQuery.Op;
import io.opencop.telemetry.query.MetricResult;
import io.opencop.telemetry.query.MetricResult.Exemplar;
import io.opencop.telemetry.query.MetricResult.Series;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** Answers a range query from the series that match it. */
public final class MetricEvaluator {
  /** More groups than this are cut; the largest are kept. */
  public static final int MAX_GROUPS = 200;

  /** Exemplars of one group: the latest. */
  public static final int MAX_EXEMPLARS = 20;

  private static final Duration MIN_LOOKBACK = Duration.ofMinutes(5);

  private MetricEvaluator() {}

  /** From where points are needed: a rate wants the point before the range. */
  public static Instant loadFrom(MetricQuery query) {
    Duration step = Steps.orDefault(query.step(), query.range());
    Duration back = step.compareTo(MIN_LOOKBACK) > 0 ? step : MIN_LOOKBACK;
    return query.range().from().minus(back);
  }

  /** Refuses, naming the field, what the metric's type cannot answer. */
  public static void check(MetricQuery query, MetricKind kind) {
    Op op = query.op();
    if (op == Op.QUANTILE && (query.q() == null || !(query.q() >= 0 && query.q() <= 1))) {
      throw new IllegalArgumentException("q: quantile needs q from 0 to 1, got " + query.q());
    }
    if (op == Op.RATE && kind.gauge()) {
      throw new IllegalArgumentException(
          "op: a gauge has no rate; expected sum, avg, min, max, last, count or quantile");
    }
    if (op == Op.LAST && (kind.histogram() || kind.summary())) {
      throw new IllegalArgumentException(
          "op: a "
              + kind.type()
              + " has no last value; expected rate, sum, avg, min, max, count or quantile");
    }
  }

  /**
   * @param matching series that fulfil the query's name, service and conditions
   */
  public static MetricResult evaluate(
      MetricQuery query, MetricKind kind, List<MetricSeries> matching) {
    check(query, kind);
    Duration step = Steps.orDefault(query.step(), query.range());
    Grid grid = new Grid(query.range(), step);
    long loadFrom = Nanos.of(loadFrom(query));
    Map<Map<String, String>, Group> groups = new LinkedHashMap<>();
    for (MetricSeries s : matching) {
      Group g = groups.computeIfAbsent(labels(query.by(), s), l -> new Group(query));
      g.steps.add(cut(query, kind, grid, s.points(), loadFrom));
      g.exemplars.addAll(s.exemplars());
    }
    List<Series> series = new ArrayList<>();
    groups.forEach((labels, g) -> series.add(g.series(labels, grid, query)));
    series.removeIf(s -> s.values().stream().allMatch(Objects::isNull));
    series.sort(
        Comparator.comparingDouble(MetricEvaluator::size)
            .reversed()
            .thenComparing(s -> s.labels().values().toString()));
    boolean truncated = series.size() > MAX_GROUPS;
    return new MetricResult(
        query.name(),
        kind.unit(),
        kind.type(),
        query.op().name().toLowerCase(Locale.ROOT),
        step.toSeconds(),
        grid.times,
        truncated ? List.copyOf(series.subList(0, MAX_GROUPS)) : series,
        truncated);
  }

  private static SeriesSteps cut(
      MetricQuery query, MetricKind kind, Grid grid, List<MetricPoint> points, long loadFrom) {
    Op op = query.op();
    if (kind.summary() && (op == Op.QUANTILE || op == Op.MIN || op == Op.MAX)) {
      double q = op == Op.QUANTILE ? query.q() : op == Op.MIN ? 0 : 1;
      return new SummarySteps(q, grid, points);
    }
    if (kind.summary() || kind.histogram()) {
      return new DistributionSteps(op, grid, points, kind, loadFrom);
    }
    return kind.counter() || op == Op.RATE
        ? new CounterSteps(op, grid, points, kind, loadFrom)
        : new ValueSteps(op, grid, points);
  }

  /** The value of each key on the points, else on the resource; empty where neither has it. */
  private static Map<String, String> labels(List<String> by, MetricSeries s) {
    Map<String, String> labels = new LinkedHashMap<>();
    for (String key : by) {
      Object value = s.attributes().get(key);
      String text = Values.text(value == null ? s.resource().get(key) : value);
      labels.put(key, text == null ? "" : text);
    }
    return labels;
  }

  private static double size(Series s) {
    return s.values().stream().mapToDouble(v -> v == null ? 0 : Math.abs(v)).sum();
  }

  private static final class Group {
    final GroupSteps steps;
    final List<Exemplar> exemplars = new ArrayList<>();

    Group(MetricQuery query) {
      steps = new GroupSteps(query.op(), query.q() == null ? 0 : query.q());
    }

    Series series(Map<String, String> labels, Grid grid, MetricQuery query) {
      List<Double> values = new ArrayList<>(grid.size());
      for (int i = 0; i < grid.size(); i++) {
        values.add(steps.at(i));
      }
      return new Series(labels, values, latest(query));
    }

    private List<Exemplar> latest(MetricQuery query) {
      return exemplars.stream()
          .filter(e -> query.range().contains(e.time()))
          .sorted(Comparator.comparing(Exemplar::time).reversed())
          .limit(MAX_EXEMPLARS)
          .sorted(Comparator.comparing(Exemplar::time))
          .toList();
    }
  }
}
