package io.opencop.telemetry.rollup;

import io.opencop.model.Change;
import io.opencop.model.TimeRange;
import io.opencop.telemetry.assemble.Nanos;
import io.opencop.telemetry.query.Operation;
import io.opencop.telemetry.query.RedSlice;
import io.opencop.telemetry.query.ServiceDetail;
import io.opencop.telemetry.query.ServiceSummary;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** Answers about services, from roll-ups alone: the cost does not grow with traffic. */
public final class ServiceAnswers {
  private final RollupView view;

  public ServiceAnswers(RollupView view) {
    this.view = view;
  }

  /**
   * Every service that sent anything in the range; unordered.
   *
   * @param lastChange the latest Change of a service in the range, or null
   */
  public List<ServiceSummary> services(
      TimeRange range, Duration step, Function<String, Change> lastChange) {
    Map<String, Summing> sums = new TreeMap<>();
    Seen seen = new Seen(view, range);
    Seen seenBefore = new Seen(view, before(range));
    long grid = Math.max(view.stepNanos(), step.toNanos());
    long from = Math.floorDiv(Nanos.of(range.from()), grid) * grid;
    int points = (int) Math.ceilDiv(Nanos.of(range.to()) - from, grid);
    view.scanVolume(
        range, (k, b, c) -> sums.computeIfAbsent(k.service(), Summing::new).volume(k, b, c));
    view.scanRed(
        range,
        (k, b, c) -> {
          Summing s = sums.computeIfAbsent(k.service(), Summing::new);
          s.red.add(b, c, k.error());
          s.versions.merge(k.version(), b.counts()[c], Long::sum);
          if (s.trend == null) {
            s.trend = new Series(from, grid, points);
          }
          s.trend.add(b, c, k.error());
        });
    view.scanRed(
        before(range),
        (k, b, c) -> {
          Summing s = sums.get(k.service());
          if (s != null) {
            s.previous.add(b, c, k.error());
          }
        });
    List<ServiceSummary> out = new ArrayList<>();
    for (Summing s : sums.values()) {
      ServiceFacts facts = view.facts(s.service);
      if (s.trend == null) {
        s.trend = new Series(from, grid, points);
      }
      out.add(
          new ServiceSummary(
              s.service,
              facts == null ? null : facts.namespace(),
              facts == null ? null : facts.language(),
              s.red.red(seen.seconds(s.service)),
              s.previous.red(seenBefore.seconds(s.service)),
              s.trend.points(),
              s.instances.size(),
              s.versions.keySet().stream().filter(v -> !v.isEmpty()).toList(),
              lastChange.apply(s.service),
              seen.last(s.lastSeen),
              s.spans,
              s.logs,
              s.errorLogs));
    }
    return out;
  }

  /** One service's story; empty where it sent nothing in the range. */
  public Optional<ServiceDetail> service(
      String service, TimeRange range, Duration step, List<Change> changes) {
    long stepNanos = Math.max(view.stepNanos(), step.toNanos());
    stepNanos = Math.ceilDiv(stepNanos, view.stepNanos()) * view.stepNanos();
    long from = Math.floorDiv(Nanos.of(range.from()), stepNanos) * stepNanos;
    int points = (int) Math.ceilDiv(Nanos.of(range.to()) - from, stepNanos);
    long grid = stepNanos;
    RedSum red = new RedSum();
    RedSum previous = new RedSum();
    Series series = new Series(from, grid, points);
    Map<String, Part> versions = new TreeMap<>();
    Map<String, Part> instances = new TreeMap<>();
    Map<List<String>, RedSum> operations = new HashMap<>();
    Seen seen = new Seen(view, range);
    view.scanRed(
        range,
        (k, b, c) -> {
          if (k.service().equals(service)) {
            red.add(b, c, k.error());
            series.add(b, c, k.error());
            versions
                .computeIfAbsent(k.version(), v -> new Part(from, grid, points))
                .add(b, c, k.error());
            operations
                .computeIfAbsent(List.of(k.operation(), k.kind()), o -> new RedSum())
                .add(b, c, k.error());
          }
        });
    if (!seen.service(service) && red.count() == 0) {
      return Optional.empty();
    }
    view.scanInstances(
        range,
        (k, b, c) -> {
          if (k.service().equals(service)) {
            instances
                .computeIfAbsent(k.instance(), i -> new Part(from, grid, points))
                .add(b, c, k.error());
          }
        });
    view.scanRed(
        before(range),
        (k, b, c) -> {
          if (k.service().equals(service)) {
            previous.add(b, c, k.error());
          }
        });
    double seconds = seen.seconds(service);
    ServiceFacts facts = view.facts(service);
    List<Operation> ops = new ArrayList<>();
    operations.forEach(
        (k, sum) -> ops.add(new Operation(service, k.get(0), k.get(1), sum.red(seconds))));
    ops.sort(
        Comparator.comparingLong((Operation o) -> -o.red().count())
            .thenComparing(Operation::operation)
            .thenComparing(Operation::kind));
    return Optional.of(
        new ServiceDetail(
            service,
            facts == null ? null : facts.namespace(),
            facts == null ? null : facts.language(),
            (int) (grid / 1_000_000_000L),
            red.red(seconds),
            previous.red(new Seen(view, before(range)).seconds(service)),
            series.points(),
            slices(versions, seen),
            slices(instances, seen),
            ops,
            changes,
            facts == null ? Map.of() : facts.resource()));
  }

  private static List<RedSlice> slices(Map<String, Part> parts, Seen seen) {
    List<RedSlice> out = new ArrayList<>();
    parts.forEach((key, p) ->
        out.add(
            new RedSlice(
                key,
                p.red.red(seen.since(p.first)),
                p.series.points(),
                Nanos.instant(p.first),
                seen.last(p.last))));
    return out;
  }

  private static TimeRange before(TimeRange range) {
    return new TimeRange(range.from().minus(range.length()), range.from());
  }

  /** A version or an instance while it is added up. */
  private static final class Part {
    final RedSum red = new RedSum();
    final Series series;
    long first = Long.MAX_VALUE;
    long last = Long.MIN_VALUE;

    Part(long from, long step, int points) {
      series = new Series(from, step, points);
    }

    void add(CellBlock block, int cell, boolean error) {
      red.add(block, cell, error);
      series.add(block, cell, error);
      long start = block.steps()[cell] * block.stepNanos();
      first = Math.min(first, start);
      last = Math.max(last, start + block.stepNanos());
    }
  }

  /** A service while it is added up. */
  private static final class Summing {
    final String service;
    final RedSum red = new RedSum();
    final RedSum previous = new RedSum();
    final Map<String, Long> versions = new TreeMap<>();
    final Map<String, Long> instances = new TreeMap<>();
    Series trend;
    long spans;
    long logs;
    long errorLogs;
    private long lastSeen = Long.MIN_VALUE;

    Summing(String service) {
      this.service = service;
    }

    void volume(VolumeKey key, CellBlock block, int cell) {
      long n = block.counts()[cell];
      switch (key.what()) {
        case SPANS -> spans += n;
        case LOGS -> logs += n;
        case ERROR_LOGS -> errorLogs += n;
        case POINTS -> {}
      }
      instances.merge(key.instance(), n, Long::sum);
      lastSeen = Math.max(lastSeen, (block.steps()[cell] + 1L) * block.stepNanos());
    }
  }
}
