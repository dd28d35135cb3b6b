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
    view.scanVolume(
        range,
        (k, b, c) -> {
          services.add(k.service());
          instances.add(List.of(k.service(), k.instance()));
          volume[k.what().index()] += b.counts()[c];
        });
    Map<String, RedSum> byService = new TreeMap<>();
    Map<List<String>, RedSum> byOperation = new HashMap<>();
    view.scanRed(
        range,
        (k, b, c) -> {
          services.add(k.service());
          byService.computeIfAbsent(k.service(), s -> new RedSum()).add(b, c, k.error());
          byOperation
              .computeIfAbsent(List.of(k.service(), k.operation(), k.kind()), o -> new RedSum())
              .add(b, c, k.error());
        });
    Seen seen = new Seen(view, range);
    List<String> unhealthy = new ArrayList<>();
    byService.forEach((service, sum) -> {
      if (sum.count() >= Attention.ENOUGH && sum.errorRatio() >= Attention.UNHEALTHY_ERROR_RATIO) {
        unhealthy.add(service);
      }
    });
    return new Overview(
        range.from(),
        range.to(),
        services.size(),
        instances.size(),
        GraphAnswer.fromUser(view, range).red(seen.seconds()),
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
