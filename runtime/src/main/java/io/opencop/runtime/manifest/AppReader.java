package io.opencop.runtime.manifest;

import io.opencop.model.app.App;
import io.opencop.model.app.EnvValue;
import io.opencop.model.app.Resources;
import io.opencop.model.app.Route;
import io.opencop.model.app.SessionSettings;
import io.opencop.model.app.SessionSettings.DuplicateLogin;
import io.opencop.model.app.SessionSettings.Unreachable;
import io.opencop.model.app.Stop;
import io.opencop.model.app.TrafficLimits;
import io.opencop.model.message.Notice;
import io.opencop.runtime.manifest.shape.Found;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** From a checked document to an app with every default filled in. */
final class AppReader {
  private static final long MEMORY = 512L << 20;

  private final Path folder;
  private final List<Notice> problems;

  AppReader(Path folder, List<Notice> problems) {
    this.folder = folder;
    this.problems = problems;
  }

  App read(Part manifest) {
    Part metadata = manifest.part("metadata");
    Part spec = manifest.part("spec");
    String name = metadata.text("name", "");
    return new App(
        name,
        labels(metadata.part("labels")),
        new SourceReader(folder, problems).read(spec.part("source")),
        spec.whole("port", 0),
        env(spec.part("env")),
        resources(spec.part("resources")),
        HealthReader.read(spec.part("health"), problems),
        stop(spec.part("stop")),
        new ScaleReader(problems).read(spec.part("scale")),
        new RolloutReader(problems).read(spec.part("rollout")),
        spec.has("sessions") ? sessions(spec.part("sessions")) : null,
        traffic(spec.part("traffic")),
        routes(spec, name));
  }

  private static Map<String, String> labels(Part labels) {
    Map<String, String> all = new LinkedHashMap<>();
    labels.mapping().entries().forEach((k, v) -> all.put(k, ((Found.Value) v).text()));
    return all;
  }

  private static Map<String, EnvValue> env(Part env) {
    Map<String, EnvValue> all = new LinkedHashMap<>();
    env.mapping()
        .entries()
        .forEach((name, found) -> {
          if (found instanceof Found.Value plain) {
            all.put(name, new EnvValue.Plain(plain.text()));
          } else {
            Part from = new Part((Found.Mapping) found);
            all.put(
                name,
                new EnvValue.Secret(
                    from.text("secret", ""), from.text("key", ""), from.yes("file")));
          }
        });
    return all;
  }

  private static Resources resources(Part resources) {
    return new Resources(
        resources.value("memory", Long.class).orElse(MEMORY),
        resources.value("cpu", Double.class).orElse(0.0));
  }

  private static Stop stop(Part stop) {
    return new Stop(
        stop.value("drain", Duration.class).orElse(Duration.ofSeconds(10)),
        stop.value("grace", Duration.class).orElse(Duration.ofSeconds(30)));
  }

  private static SessionSettings sessions(Part sessions) {
    return new SessionSettings(
        sessions.value("timeout", Duration.class).orElse(null),
        switch (sessions.text("unreachable", "wait")) {
          case "local" -> Unreachable.LOCAL;
          case "refuse" -> Unreachable.REFUSE;
          default -> Unreachable.WAIT;
        },
        switch (sessions.text("duplicateLogin", "allow")) {
          case "refuseNew" -> DuplicateLogin.REFUSE_NEW;
          case "endOld" -> DuplicateLogin.END_OLD;
          default -> DuplicateLogin.ALLOW;
        },
        sessions.text("userAttribute", null),
        sessions.text("shared", null),
        sessions.text("domain", null));
  }

  private static TrafficLimits traffic(Part traffic) {
    TrafficLimits usual = TrafficLimits.DEFAULTS;
    return new TrafficLimits(
        traffic.whole("requestsPerSecond", usual.requestsPerSecond()),
        traffic.whole("burst", usual.burst()),
        traffic.whole("inFlight", usual.inFlight()),
        traffic.whole("waiting", usual.waiting()),
        traffic.value("waitTimeout", Duration.class).orElse(usual.waitTimeout()),
        traffic.value("connectTimeout", Duration.class).orElse(usual.connectTimeout()),
        traffic.value("responseTimeout", Duration.class).orElse(usual.responseTimeout()));
  }

  private static List<Route> routes(Part spec, String name) {
    List<Route> routes =
        spec.parts("routes").stream()
            .map(r -> new Route(r.text("host", null), r.text("path", "/")))
            .toList();
    return routes.isEmpty() ? List.of(new Route(name + ".localhost", "/")) : routes;
  }
}
