package io.opencop.server.sessions;

import io.opencop.sessions.manager.statistics.AttributeWeight;
import io.opencop.sessions.manager.statistics.Counted;
import io.opencop.sessions.manager.statistics.GroupRecord;
import io.opencop.sessions.manager.statistics.InstanceRecord;
import io.opencop.sessions.manager.statistics.InstanceRecord.Total;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * The sessions of one app, summed over its instances.
 *
 * @param group what keeps its sessions apart from those of other apps
 * @param sharedWith the other apps of the group
 * @param counted all sessions of the group, one by one; empty before the first count
 * @param instances each by itself
 * @param sum of them
 */
public record AppFigures(
    String app,
    String group,
    List<String> sharedWith,
    Optional<GroupRecord> counted,
    List<InstanceFigures> instances,
    InstanceFigures sum) {

  /**
   * One instance, or the sum of several.
   *
   * @param name of the instance; the app's for the sum
   * @param activeSessions in the last minutes; a session that two instances served counts in both
   * @param perSecond counts per second of the last minute; of the whole life where that is younger
   * @param totals since the start
   * @param lookup of the last minute likewise
   * @param degraded why the grid cannot be reached; empty where it can
   */
  public record InstanceFigures(
      String name,
      long startedMillis,
      long atMillis,
      int activeSessions,
      int activeUsers,
      Map<Total, Double> perSecond,
      Map<Total, Long> totals,
      Counted lookup,
      Counted write,
      Counted size,
      List<AttributeWeight> heaviest,
      String degraded) {}

  static AppFigures of(
      String app,
      List<History.Span> spans,
      List<GroupRecord> groups,
      Map<String, SortedSet<String>> apps) {
    String group = spans.getFirst().now().group();
    List<InstanceFigures> instances = spans.stream().map(AppFigures::instance).toList();
    return new AppFigures(
        app,
        group,
        apps.getOrDefault(group, new TreeSet<>()).stream().filter(a -> !a.equals(app)).toList(),
        groups.stream().filter(g -> g.group().equals(group)).findFirst(),
        instances,
        sum(app, instances));
  }

  private static InstanceFigures instance(History.Span span) {
    InstanceRecord now = span.now();
    InstanceRecord before = span.before();
    long from = before == null ? now.startedMillis() : before.atMillis();
    double seconds = Math.max(0.001, (now.atMillis() - from) / 1e3);
    Map<Total, Double> rates = new EnumMap<>(Total.class);
    Map<Total, Long> totals = new EnumMap<>(Total.class);
    for (Total total : Total.values()) {
      long earlier = before == null ? 0 : before.total(total);
      totals.put(total, now.total(total));
      rates.put(total, (now.total(total) - earlier) / seconds);
    }
    return new InstanceFigures(
        now.instance(),
        now.startedMillis(),
        now.atMillis(),
        now.activeSessions(),
        now.activeUsers(),
        rates,
        totals,
        since(span, InstanceRecord::lookup),
        since(span, InstanceRecord::write),
        since(span, InstanceRecord::size),
        now.heaviest(),
        now.degraded());
  }

  /** Of the last minute; where nothing happened in it, of the whole life. */
  private static Counted since(History.Span span, Function<InstanceRecord, Counted> which) {
    Counted all = which.apply(span.now());
    if (span.before() == null) {
      return all;
    }
    Counted last = all.since(which.apply(span.before()));
    return last.count() == 0 ? all : last;
  }

  private static InstanceFigures sum(String app, List<InstanceFigures> all) {
    Map<Total, Double> rates = new EnumMap<>(Total.class);
    Map<Total, Long> totals = new EnumMap<>(Total.class);
    Counted lookup = Counted.NONE;
    Counted write = Counted.NONE;
    Counted size = Counted.NONE;
    List<AttributeWeight> heaviest = new ArrayList<>();
    String degraded = "";
    int sessions = 0;
    int users = 0;
    for (InstanceFigures one : all) {
      one.perSecond().forEach((total, rate) -> rates.merge(total, rate, Double::sum));
      one.totals().forEach((total, count) -> totals.merge(total, count, Long::sum));
      lookup = lookup.plus(one.lookup());
      write = write.plus(one.write());
      size = size.plus(one.size());
      heaviest.addAll(one.heaviest());
      degraded = degraded.isEmpty() ? one.degraded() : degraded;
      sessions += one.activeSessions();
      users += one.activeUsers();
    }
    return new InstanceFigures(
        app,
        all.stream().mapToLong(InstanceFigures::startedMillis).min().orElse(0),
        all.stream().mapToLong(InstanceFigures::atMillis).max().orElse(0),
        sessions,
        users,
        rates,
        totals,
        lookup,
        write,
        size,
        List.copyOf(heaviest),
        degraded);
  }
}
