package io.opencop.telemetry.rollup;

import io.opencop.model.TimeRange;
import io.opencop.telemetry.assemble.Attention;
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
  private OverviewAnswer() {}

  public static Overview of(
      RollupView view, TimeRange range, Long activeSessions, boolean everReceived) {
    Set<String> services = new HashSet<>();
    Set<List<String>> instances = new HashSet<>();
    long[] volume = new long[VolumeKey.What.values().length];
    view.runs(
        Rollup::volume,
        view.keys().volume,
        range,
        (k, b, from, to) -> {
          services.add(k.service());
          instances.add(List.of(k.service(), k.instance()));
          for (int cell = from; cell < to; cell++) {
            volume[k.what().index()] += b.counts()[cell];
          }
        });
    // Every sketch is decoded once, under its key; what follows adds up a few hundred sums.
    Map<RedKey, RedSum> byKey = new HashMap<>();
    view.runs(
        Rollup::red,
        view.keys().red,
        range,
        (k, b, from, to) ->
            byKey.computeIfAbsent(k, x -> new RedSum()).add(b, from, to, k.error()));
    Map<String, long[]> byService = new TreeMap<>();
    Map<List<String>, RedSum> byOperation = new HashMap<>();
    byKey.forEach((k, sum) -> {
      services.add(k.service());
      long[] counts = byService.computeIfAbsent(k.service(), s -> new long[2]);
      counts[0] += sum.count();
      counts[1] += sum.errors();
      byOperation
          .computeIfAbsent(List.of(k.service(), k.operation(), k.kind()), o -> new RedSum())
          .add(sum);
    });
    Seen seen = new Seen(view, range);
    List<String> unhealthy = new ArrayList<>();
    byService.forEach((service, n) -> {
      boolean failing = (double) n[1] / n[0] >= Attention.UNHEALTHY_ERROR_RATIO;
      if (n[0] >= Attention.ENOUGH && failing) {
        unhealthy.add(service);
      }
    });
    return new Overview(
        range.from(),
        range.to(),
        services.size(),
        instances.size(),
        GraphAnswer.fromUser(view, range, byKey).red(seen.seconds()),
        activeSessions,
        unhealthy,
        volume[VolumeKey.What.SPANS.index()],
        volume[VolumeKey.What.LOGS.index()],
        volume[VolumeKey.What.POINTS.index()],
        slowest(byOperation, seen),
        everReceived);
  }

  private static Operation slowest(Map<List<String>, RedSum> operations, Seen seen) {
    // Few requests say little, unless no operation has more.
    boolean any = operations.values().stream().anyMatch(o -> o.count() >= Attention.ENOUGH);
    long enough = any ? Attention.ENOUGH : 1;
    List<String> best = null;
    double worst = -1;
    for (var e : operations.entrySet()) {
      Double p95 = e.getValue().p95Ms();
      if (e.getValue().count() < enough) {
        continue;
      }
      boolean tie =
          p95 != null && p95 == worst && e.getKey().toString().compareTo(best.toString()) < 0;
      if (p95 != null && (p95 > worst || tie)) {
        worst = p95;
        best = e.getKey();
      }
    }
    return best == null
        ? null
        : new Operation(
            best.get(0),
            best.get(1),
            best.get(2),
            operations.get(best).red(seen.seconds(best.get(0))));
  }
}
