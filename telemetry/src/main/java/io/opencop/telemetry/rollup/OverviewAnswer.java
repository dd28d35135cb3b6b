package io.opencop.telemetry.rollup;

import io.opencop.model.TimeRange;
import io.opencop.telemetry.query.Operation;
import io.opencop.telemetry.query.Overview;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What the first line of the page Now says. */
public final class OverviewAnswer {
  private static final double UNHEALTHY_RATIO = 0.05;
  private static final long UNHEALTHY_COUNT = 10;

  private OverviewAnswer() {}

  public static Overview of(
      RollupView view, TimeRange range, Long activeSessions, boolean everReceived) {
    Set<String> services = new HashSet<>();
    Set<List<String>> instances = new HashSet<>();
    long[] volume = new long[VolumeKey.What.values().length];
    view.scanVolume(
        range,
        (k, b, c) -> {
          services.add(k.service());
          instances.add(List.of(k.service(), k.instance()));
          volume[k.what().index()] += b.counts()[c];
        });
    RedSum roots = new RedSum();
    RedSum all = new RedSum();
    Map<String, RedSum> byService = new TreeMap<>();
    Map<List<String>, RedSum> byOperation = new HashMap<>();
    view.scanRed(
        range,
        (k, b, c) -> {
          services.add(k.service());
          all.add(b, c, k.error());
          if (k.root()) {
            roots.add(b, c, k.error());
          }
          byService.computeIfAbsent(k.service(), s -> new RedSum()).add(b, c, k.error());
          byOperation
              .computeIfAbsent(List.of(k.service(), k.operation(), k.kind()), o -> new RedSum())
              .add(b, c, k.error());
        });
    double seconds = range.length().toNanos() / 1e9;
    List<String> unhealthy = new ArrayList<>();
    byService.forEach((service, sum) -> {
      if (sum.count() >= UNHEALTHY_COUNT && sum.errorRatio() >= UNHEALTHY_RATIO) {
        unhealthy.add(service);
      }
    });
    // Where every request arrives with a parent (an instrumented client in front), all entries are
    // what came in.
    RedSum entry = roots.count() > 0 ? roots : all;
    return new Overview(
        range.from(),
        range.to(),
        services.size(),
        instances.size(),
        entry.red(seconds),
        activeSessions,
        unhealthy,
        volume[VolumeKey.What.SPANS.index()],
        volume[VolumeKey.What.LOGS.index()],
        volume[VolumeKey.What.POINTS.index()],
        slowest(byOperation, seconds),
        everReceived);
  }

  private static Operation slowest(Map<List<String>, RedSum> operations, double seconds) {
    List<String> best = null;
    double worst = -1;
    for (var e : operations.entrySet()) {
      Double p95 = e.getValue().p95Ms();
      boolean tie =
          p95 != null && p95 == worst && e.getKey().toString().compareTo(best.toString()) < 0;
      if (p95 != null && (p95 > worst || tie)) {
        worst = p95;
        best = e.getKey();
      }
    }
    return best == null
        ? null
        : new Operation(best.get(0), best.get(1), best.get(2), operations.get(best).red(seconds));
  }
}
