package io.opencop.server.api;

import io.opencop.model.message.Lang;
import io.opencop.server.sessions.AppFigures;
import io.opencop.server.sessions.AppFigures.InstanceFigures;
import io.opencop.server.sessions.SessionRegistry.Unread;
import io.opencop.sessions.manager.SessionControl.Seen;
import io.opencop.sessions.manager.statistics.AttributeWeight;
import io.opencop.sessions.manager.statistics.Counted;
import io.opencop.sessions.manager.statistics.Figures;
import io.opencop.sessions.manager.statistics.GroupRecord;
import io.opencop.sessions.manager.statistics.InstanceRecord.Total;
import io.opencop.sessions.manager.statistics.Ticks;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;

/** Sessions as the contract writes them. */
final class AppSessionView {
  private static final double ROUNDED = 1e3;

  private AppSessionView() {}

  /** Of an app whose instances have said nothing yet. */
  static Map<String, Object> none(String app, String group) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("app", app);
    all.put("group", group);
    all.put("shared_with", List.of());
    all.put("active_minutes", Figures.ACTIVE_MINUTES);
    all.put("instances", List.of());
    return all;
  }

  static Map<String, Object> of(AppFigures figures) {
    Map<String, Object> all = none(figures.app(), figures.group());
    all.put("shared_with", figures.sharedWith());
    figures.counted().ifPresent(counted -> all.put("counted", counted(counted)));
    all.put("sum", instance(figures.sum()));
    all.put("instances", figures.instances().stream().map(AppSessionView::instance).toList());
    return all;
  }

  static Map<String, Object> unread(Unread unread, Lang lang) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("code", unread.why().code());
    all.put("message", unread.why().text(lang));
    all.put("next", unread.why().next(lang));
    all.put("since", unread.since());
    return all;
  }

  private static Map<String, Object> counted(GroupRecord record) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("time", Instant.ofEpochMilli(record.atMillis()));
    all.put("took_ms", record.tookMillis());
    all.put("sessions", record.sessions());
    all.put("active_sessions", record.active());
    all.put("signed_in", record.signedIn());
    all.put("users", record.users());
    all.put("active_users", record.activeUsers());
    all.put("unreadable", record.unreadable());
    all.put("bytes", record.size().sum());
    all.put("size_bytes", spread(record.size(), v -> v));
    all.put("heaviest", record.heaviest().stream().map(AppSessionView::weight).toList());
    return all;
  }

  private static Map<String, Object> instance(InstanceFigures one) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("name", one.name());
    all.put("started", Instant.ofEpochMilli(one.startedMillis()));
    all.put("time", Instant.ofEpochMilli(one.atMillis()));
    all.put("active_sessions", one.activeSessions());
    all.put("active_users", one.activeUsers());
    Map<String, Object> rates = new LinkedHashMap<>();
    Map<String, Object> totals = new LinkedHashMap<>();
    for (Total total : Total.values()) {
      String name = total.name().toLowerCase(Locale.ROOT);
      totals.put(
          total == Total.DEGRADED_MILLIS ? "degraded_ms" : name,
          one.totals().getOrDefault(total, 0L));
      if (total != Total.DEGRADED_MILLIS) {
        rates.put(name, rounded(one.perSecond().getOrDefault(total, 0.0)));
      }
    }
    all.put("per_second", rates);
    all.put("totals", totals);
    all.put("lookup_ms", spread(one.lookup(), Ticks::millis));
    all.put("write_ms", spread(one.write(), Ticks::millis));
    all.put("written_bytes", spread(one.size(), v -> v));
    all.put("heaviest_written", one.heaviest().stream().map(AppSessionView::weight).toList());
    if (!one.degraded().isEmpty()) {
      all.put("degraded", one.degraded());
    }
    return all;
  }

  private static Map<String, Object> spread(Counted counted, DoubleUnaryOperator unit) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("count", counted.count());
    all.put("p50", rounded(unit.applyAsDouble(counted.percentile(0.5))));
    all.put("p95", rounded(unit.applyAsDouble(counted.percentile(0.95))));
    all.put("p99", rounded(unit.applyAsDouble(counted.percentile(0.99))));
    all.put("max", rounded(unit.applyAsDouble((double) counted.most())));
    return all;
  }

  private static double rounded(double value) {
    return Math.round(value * ROUNDED) / ROUNDED;
  }

  private static Map<String, Object> weight(AttributeWeight weight) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("key", weight.key());
    all.put("class", weight.type());
    all.put("count", weight.count());
    all.put("bytes", weight.bytes());
    all.put("largest_bytes", weight.largest());
    return all;
  }

  static Map<String, Object> of(Seen seen) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("id", seen.shown());
    all.put("user", seen.user());
    all.put("created", Instant.ofEpochMilli(seen.created()));
    all.put("accessed", Instant.ofEpochMilli(seen.accessed()));
    all.put("timeout_s", seen.timeoutSeconds());
    all.put("bytes", seen.bytes());
    all.put("attributes", seen.attributes());
    return all;
  }
}
