package io.opencop.runtime.manifest;

import io.opencop.model.app.App;
import io.opencop.model.app.EnvValue;
import io.opencop.model.app.Probe;
import io.opencop.model.app.Rollout;
import io.opencop.model.app.Route;
import io.opencop.model.app.SessionSettings;
import io.opencop.model.app.Source;
import io.opencop.model.app.TrafficLimits;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/** An app as its manifest, every default written out. Reading it gives the same app again. */
public final class AppWriter {
  private AppWriter() {}

  public static String yaml(Map<String, Object> manifest) {
    DumperOptions style = new DumperOptions();
    style.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
    style.setSplitLines(false);
    return new Yaml(style).dump(manifest);
  }

  /** Maps, lists and plain values, in the order people write them. */
  public static Map<String, Object> manifest(App app) {
    Map<String, Object> metadata = map("name", app.name());
    put(metadata, "labels", new TreeMap<>(app.labels()));
    Map<String, Object> spec = map("source", source(app.source()), "port", app.port());
    Map<String, Object> env = new LinkedHashMap<>();
    new TreeMap<>(app.env()).forEach((name, value) -> env.put(name, env(value)));
    put(spec, "env", env);
    spec.put(
        "resources",
        map("memory", bytes(app.resources().memoryBytes()), "cpu", number(app.resources().cpu())));
    spec.put("health", health(app));
    spec.put("stop", map("drain", time(app.stop().drain()), "grace", time(app.stop().grace())));
    spec.put("scale", ScaleWriter.scale(app.scale()));
    spec.put("rollout", rollout(app.rollout()));
    if (app.sessions() != null) {
      spec.put("sessions", sessions(app.sessions()));
    }
    spec.put("traffic", traffic(app.traffic()));
    spec.put("routes", app.routes().stream().map(AppWriter::route).toList());
    return map(
        "apiVersion",
        AppShape.API_VERSION,
        "kind",
        AppShape.KIND,
        "metadata",
        metadata,
        "spec",
        spec);
  }

  private static Map<String, Object> source(Source source) {
    return switch (source) {
      case Source.Jar jar -> map("jar", jar.path());
      case Source.War war -> map("war", war.path());
      case Source.StaticSite site -> map("static", site.path(), "singlePage", site.singlePage());
      case Source.Command command -> map("command", command.argv());
      case Source.Image image -> map("image", image.reference());
    };
  }

  private static Object env(EnvValue value) {
    return switch (value) {
      case EnvValue.Plain plain -> plain.value();
      case EnvValue.Secret s -> map("secret", s.name(), "key", s.key(), "file", s.asFile());
    };
  }

  private static Map<String, Object> health(App app) {
    Map<String, Object> health = map("readiness", probe(app.health().readiness()));
    if (app.health().liveness() != null) {
      health.put("liveness", probe(app.health().liveness()));
    }
    health.put("startup", time(app.health().startup()));
    return health;
  }

  private static Map<String, Object> probe(Probe probe) {
    Map<String, Object> all =
        switch (probe.check()) {
          case Probe.Check.Http http -> map("http", http.path());
          case Probe.Check.Tcp() -> map("tcp", true);
          case Probe.Check.LogLine line -> map("log", line.pattern());
          case Probe.Check.Guess() -> map();
        };
    all.put("period", time(probe.period()));
    all.put("timeout", time(probe.timeout()));
    all.put("failures", probe.failures());
    all.put("successes", probe.successes());
    return all;
  }

  private static Map<String, Object> rollout(Rollout rollout) {
    return switch (rollout) {
      case Rollout.Rolling how ->
          map(
              "strategy", "rolling",
              "surge", amount(how.surge()),
              "unavailable", amount(how.unavailable()));
      case Rollout.BlueGreen how -> map("strategy", "blueGreen", "keepOld", time(how.keepOld()));
      case Rollout.Canary how ->
          map(
              "strategy",
              "canary",
              "steps",
              how.steps().stream()
                  .map(s -> map("weight", s.weight(), "hold", time(s.hold())))
                  .toList());
    };
  }

  private static Map<String, Object> sessions(SessionSettings sessions) {
    Map<String, Object> all = map();
    if (sessions.timeout() != null) {
      all.put("timeout", time(sessions.timeout()));
    }
    all.put(
        "unreachable",
        switch (sessions.unreachable()) {
          case WAIT -> "wait";
          case LOCAL -> "local";
          case REFUSE -> "refuse";
        });
    all.put(
        "duplicateLogin",
        switch (sessions.duplicate()) {
          case ALLOW -> "allow";
          case REFUSE_NEW -> "refuseNew";
          case END_OLD -> "endOld";
        });
    optional(all, "userAttribute", sessions.userAttribute());
    optional(all, "shared", sessions.shared());
    optional(all, "domain", sessions.domain());
    return all;
  }

  private static Map<String, Object> traffic(TrafficLimits traffic) {
    return map(
        "requestsPerSecond", traffic.requestsPerSecond(),
        "burst", traffic.burst(),
        "inFlight", traffic.inFlight(),
        "waiting", traffic.waiting(),
        "waitTimeout", time(traffic.waitTimeout()),
        "connectTimeout", time(traffic.connectTimeout()),
        "responseTimeout", time(traffic.responseTimeout()));
  }

  private static void optional(Map<String, Object> all, String field, String value) {
    if (value != null) {
      all.put(field, value);
    }
  }

  private static Map<String, Object> route(Route route) {
    return route.host() == null
        ? map("path", route.path())
        : map("host", route.host(), "path", route.path());
  }

  static Object amount(Rollout.Amount amount) {
    return amount.percent() ? amount.value() + "%" : (Object) String.valueOf(amount.value());
  }

  static String time(Duration time) {
    return time.toMillis() % 1000 == 0 ? time.toSeconds() + "s" : time.toMillis() + "ms";
  }

  private static String bytes(long bytes) {
    return bytes % (1 << 20) == 0 ? (bytes >> 20) + "Mi" : String.valueOf(bytes);
  }

  static Object number(double number) {
    return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
  }

  static Map<String, Object> map(Object... namesAndValues) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      map.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return map;
  }

  private static void put(Map<String, Object> to, String name, Map<String, ?> part) {
    if (!part.isEmpty()) {
      to.put(name, part);
    }
  }
}
