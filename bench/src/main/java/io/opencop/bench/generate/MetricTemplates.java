package io.opencop.bench.generate;

import io.opencop.bench.generate.Patch.What;
import java.util.ArrayList;
import java.util.List;

/** Exports of gauges: one request holds those of all instances of a service. */
final class MetricTemplates {
  private static final String[] NAMES = {
    "jvm.memory.used",
    "jvm.memory.committed",
    "jvm.memory.limit",
    "jvm.thread.count",
    "jvm.cpu.recent_utilization",
    "jvm.class.count",
    "db.client.connection.count",
    "db.client.connection.max",
    "system.cpu.utilization",
    "system.memory.usage",
  };
  private static final int LEVELS = 20;

  private MetricTemplates() {}

  /** One template per service; a round of all of them is one interval of every series. */
  static List<Template> make() {
    List<Template> all = new ArrayList<>();
    for (int service = 0; service < Shape.SERVICES; service++) {
      Wire request = new Wire();
      int points = 0;
      for (int instance = 0; instance < Shape.INSTANCES; instance++) {
        Wire scoped =
            new Wire().message(1, new Wire().text(1, "io.opentelemetry.runtime-telemetry"));
        for (int m = 0; m < NAMES.length; m++) {
          int first = ((service * Shape.INSTANCES + instance) * NAMES.length + m) * LEVELS;
          scoped.message(2, gauge(NAMES[m], first));
          points += LEVELS;
        }
        request.message(
            1, new Wire().message(1, new Resource(service, instance).wire()).message(2, scoped));
      }
      all.add(Template.of(request, points, 0));
    }
    return all;
  }

  private static Wire gauge(String name, int first) {
    Wire gauge = new Wire();
    for (int level = 0; level < LEVELS; level++) {
      Wire point =
          new Wire()
              .fixed64(3, What.PLAIN_TIME, 0, 0)
              .fixed64(4, What.GAUGE, first + level, Shape.SERVICES);
      new Attributes(point, 7, 0)
          .add("pool.name", "pool-" + level)
          .add("state", level % 2 == 0 ? "used" : "idle");
      gauge.message(1, point);
    }
    return new Wire().text(1, name).text(3, "By").message(5, gauge);
  }

  /** A request whose points can be told from all others by their values. */
  static List<Template> serial(int points) {
    Wire gauge = new Wire();
    for (int i = 0; i < points; i++) {
      Wire point =
          new Wire().fixed64(3, What.PLAIN_TIME, 0, i * 1000).fixed64(4, What.SERIAL, i, 0);
      new Attributes(point, 7, 0).add("slot", (long) i);
      gauge.message(1, point);
    }
    Wire scoped =
        new Wire()
            .message(1, new Wire().text(1, "bench"))
            .message(2, new Wire().text(1, "bench.serial").text(3, "1").message(5, gauge));
    return List.of(
        Template.of(
            new Wire()
                .message(1, new Wire().message(1, new Resource(0, 0).wire()).message(2, scoped)),
            points,
            0));
  }
}
