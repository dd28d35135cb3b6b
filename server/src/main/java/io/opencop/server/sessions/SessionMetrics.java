package io.opencop.server.sessions;

import io.opencop.model.Signal;
import io.opencop.server.proto.ProtoWriter;
import io.opencop.sessions.manager.statistics.Figures;
import io.opencop.sessions.manager.statistics.GroupRecord;
import io.opencop.sessions.manager.statistics.InstanceRecord;
import io.opencop.sessions.manager.statistics.InstanceRecord.Total;
import io.opencop.sessions.manager.statistics.Ticks;
import io.opencop.telemetry.TelemetryWriter;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Session figures as metrics of the apps they are of: service.name is the app, service.instance.id
 * the instance. The conventions have no names for sessions; these are ours, in their manner.
 */
final class SessionMetrics {
  private static final Logger LOG = LoggerFactory.getLogger(SessionMetrics.class);
  private static final String SESSION = "{session}";
  private static final String USER = "{user}";
  private static final Map<String, String> NONE = Map.of();
  private static final Map<String, String> WINDOW =
      Map.of("opencop.session.window", Figures.ACTIVE_MINUTES + "m");

  private final TelemetryWriter store;

  SessionMetrics(TelemetryWriter store) {
    this.store = store;
  }

  /**
   * @param apps group to its apps: what was counted for a group is told of each
   */
  void write(
      List<InstanceRecord> instances,
      List<GroupRecord> groups,
      Map<String, SortedSet<String>> apps) {
    byte[] request = request(instances, groups, apps);
    if (request.length == 0) {
      return;
    }
    var _ =
        store
            .append(Signal.METRICS, request)
            .whenComplete((_, failure) -> {
              if (failure != null) {
                LOG.debug("session metrics were refused", failure);
              }
            });
  }

  /** An ExportMetricsServiceRequest; empty where there is nothing to tell. */
  static byte[] request(
      List<InstanceRecord> instances,
      List<GroupRecord> groups,
      Map<String, SortedSet<String>> apps) {
    ProtoWriter request = new ProtoWriter();
    for (InstanceRecord one : instances) {
      request.message(1, resource(one.app(), one.instance(), of(one)));
    }
    for (GroupRecord group : groups) {
      for (String app : apps.getOrDefault(group.group(), new TreeSet<>())) {
        request.message(1, resource(app, "", of(group)));
      }
    }
    return request.bytes();
  }

  private static ProtoWriter resource(String app, String instance, OtlpMetrics metrics) {
    ProtoWriter resource = new ProtoWriter().message(1, OtlpMetrics.attribute("service.name", app));
    if (!instance.isEmpty()) {
      resource.message(1, OtlpMetrics.attribute("service.instance.id", instance));
    }
    ProtoWriter scope =
        new ProtoWriter().message(1, new ProtoWriter().text(1, "io.opencop.sessions"));
    metrics.written().forEach(m -> scope.message(2, m));
    return new ProtoWriter().message(1, resource).message(2, scope);
  }

  private static OtlpMetrics of(InstanceRecord one) {
    OtlpMetrics m = new OtlpMetrics(one.startedMillis(), one.atMillis());
    m.upDown("opencop.session.active", SESSION, one.activeSessions(), WINDOW);
    m.upDown("opencop.session.active_users", USER, one.activeUsers(), WINDOW);
    counter(m, one, "opencop.session.created", SESSION, Total.CREATED);
    counter(m, one, "opencop.session.expired", SESSION, Total.EXPIRED);
    counter(m, one, "opencop.session.ended", SESSION, Total.ENDED);
    m.counter(
        "opencop.session.logins",
        "{login}",
        one.total(Total.LOGINS),
        Map.of("opencop.session.outcome", "accepted"));
    m.counter(
        "opencop.session.logins",
        "{login}",
        one.total(Total.LOGINS_REFUSED),
        Map.of("opencop.session.outcome", "refused"));
    counter(m, one, "opencop.session.conflicts", "{write}", Total.CONFLICTS);
    counter(m, one, "opencop.session.merges", "{write}", Total.MERGED);
    counter(m, one, "opencop.session.grid.refused", "{call}", Total.REFUSED);
    counter(m, one, "opencop.session.grid.served_locally", "{call}", Total.SERVED_LOCALLY);
    m.counter("opencop.session.degraded", "s", one.total(Total.DEGRADED_MILLIS) / 1e3, NONE);
    m.histogram("opencop.session.lookup.duration", "s", one.lookup(), Ticks.POWER);
    m.histogram("opencop.session.write.duration", "s", one.write(), Ticks.POWER);
    m.histogram("opencop.session.write.size", "By", one.size(), 0);
    return m;
  }

  private static void counter(
      OtlpMetrics metrics, InstanceRecord one, String name, String unit, Total total) {
    metrics.counter(name, unit, one.total(total), NONE);
  }

  private static OtlpMetrics of(GroupRecord group) {
    OtlpMetrics m = new OtlpMetrics(group.atMillis(), group.atMillis());
    m.upDown("opencop.session.count", SESSION, group.sessions(), NONE);
    m.upDown("opencop.session.count.active", SESSION, group.active(), WINDOW);
    m.upDown("opencop.session.count.signed_in", SESSION, group.signedIn(), NONE);
    m.upDown("opencop.session.users", USER, group.users(), NONE);
    m.upDown("opencop.session.users.active", USER, group.activeUsers(), WINDOW);
    m.gauge("opencop.session.size.p50", "By", group.size().percentile(0.5), NONE);
    m.gauge("opencop.session.size.p99", "By", group.size().percentile(0.99), NONE);
    m.gauge("opencop.session.size.total", "By", group.size().sum(), NONE);
    return m;
  }
}
