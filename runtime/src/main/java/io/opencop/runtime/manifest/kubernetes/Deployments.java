package io.opencop.runtime.manifest.kubernetes;

import static io.opencop.runtime.manifest.kubernetes.Fields.map;

import io.opencop.model.app.App;
import io.opencop.model.app.EnvValue;
import io.opencop.model.app.Rollout;
import io.opencop.model.app.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What runs, as a Deployment (apps/v1). */
final class Deployments {
  private static final String SECRETS = "/etc/opencop/secrets/";

  private final App app;
  private final String image;

  Deployments(App app, String image) {
    this.app = app;
    this.image = image;
  }

  Map<String, Object> deployment() {
    Map<String, Object> spec = map();
    if (app.scale().targets().isEmpty()) {
      // Otherwise the number is the autoscaler's, and applying this again must not reset it.
      spec.put("replicas", app.scale().min());
    }
    spec.put("selector", map("matchLabels", Fields.selector(app)));
    if (app.rollout() instanceof Rollout.Rolling how) {
      spec.put(
          "strategy",
          map(
              "type",
              "RollingUpdate",
              "rollingUpdate",
              map("maxSurge", amount(how.surge()), "maxUnavailable", amount(how.unavailable()))));
    }
    spec.put("template", map("metadata", map("labels", Fields.labels(app)), "spec", podSpec()));
    return Fields.resource("apps/v1", "Deployment", app.name(), app, spec);
  }

  private static Object amount(Rollout.Amount amount) {
    return amount.percent() ? amount.value() + "%" : (Object) amount.value();
  }

  private Map<String, Object> podSpec() {
    long stop = app.stop().drain().toSeconds() + app.stop().grace().toSeconds();
    Map<String, Object> pod =
        map("terminationGracePeriodSeconds", stop, "containers", List.of(container()));
    List<Object> volumes = new ArrayList<>();
    for (String secret : secretFiles()) {
      volumes.add(map("name", secret, "secret", map("secretName", secret)));
    }
    if (!volumes.isEmpty()) {
      pod.put("volumes", volumes);
    }
    return pod;
  }

  private Map<String, Object> container() {
    Map<String, Object> container = map("name", app.name(), "image", image);
    if (app.source() instanceof Source.Command command) {
      container.put("command", command.argv());
    }
    container.put("ports", List.of(map("name", "http", "containerPort", Fields.port(app))));
    container.put("env", env());
    container.put("resources", resources());
    Probes.of(app.health(), container);
    if (app.stop().drain().isPositive()) {
      // Endpoints are taken out beside the stop, not before it: this is the time they need.
      container.put(
          "lifecycle",
          map("preStop", map("sleep", map("seconds", app.stop().drain().toSeconds()))));
    }
    List<Object> mounts = new ArrayList<>();
    for (String secret : secretFiles()) {
      mounts.add(map("name", secret, "mountPath", SECRETS + secret, "readOnly", true));
    }
    if (!mounts.isEmpty()) {
      container.put("volumeMounts", mounts);
    }
    return container;
  }

  private List<Object> env() {
    List<Object> env = new ArrayList<>();
    env.add(map("name", "PORT", "value", String.valueOf(Fields.port(app))));
    env.add(map("name", "SERVER_PORT", "value", String.valueOf(Fields.port(app))));
    new TreeMap<>(app.env()).forEach((name, value) -> env.add(variable(name, value)));
    return env;
  }

  private static Map<String, Object> variable(String name, EnvValue value) {
    return switch (value) {
      case EnvValue.Plain plain -> map("name", name, "value", plain.value());
      case EnvValue.Secret s when s.asFile() ->
          map("name", name, "value", SECRETS + s.name() + "/" + s.key());
      case EnvValue.Secret s ->
          map(
              "name",
              name,
              "valueFrom",
              map("secretKeyRef", map("name", s.name(), "key", s.key())));
    };
  }

  private Set<String> secretFiles() {
    Set<String> names = new TreeSet<>();
    for (EnvValue value : app.env().values()) {
      if (value instanceof EnvValue.Secret secret && secret.asFile()) {
        names.add(secret.name());
      }
    }
    return names;
  }

  private Map<String, Object> resources() {
    Map<String, Object> each = map("memory", String.valueOf(app.resources().memoryBytes()));
    if (app.resources().cpu() > 0) {
      each.put("cpu", Math.round(app.resources().cpu() * 1000) + "m");
    }
    return map("requests", each, "limits", map(flat(each)));
  }

  /** A copy: the same map twice would be written as an alias. */
  private static Object[] flat(Map<String, Object> map) {
    return map.entrySet().stream()
        .flatMap(e -> List.of(e.getKey(), e.getValue()).stream())
        .toArray();
  }
}
