package io.opencop.server.api;

import io.opencop.model.app.App;
import io.opencop.model.app.Instance;
import io.opencop.model.app.Release;
import io.opencop.model.app.Source;
import io.opencop.runtime.control.AppState;
import io.opencop.runtime.control.AppStatus;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** An app as the contract writes it. Values of environment variables are shown to nobody. */
final class AppView {
  private AppView() {}

  static Map<String, Object> of(AppStatus status) {
    AppState state = status.state();
    App app = state.app();
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("name", app.name());
    all.put("phase", tag(status.phase()));
    all.put("kind", kind(app.source()));
    all.put("ready", status.ready());
    all.put("wanted", status.wanted());
    all.put("release", state.active());
    all.put("target", state.target());
    state.releases().stream()
        .filter(r -> r.number() == state.target())
        .findFirst()
        .ifPresent(r -> all.put("version", r.version()));
    if (!state.failed().isEmpty()) {
      all.put("failed", state.failed());
    }
    all.put("labels", new TreeMap<>(app.labels()));
    all.put("env", List.copyOf(new TreeSet<>(app.env().keySet())));
    all.put("memory_bytes", app.resources().memoryBytes());
    all.put("cpu", app.resources().cpu());
    all.put("scale", AppPlan.scale(app.scale()));
    all.put("rollout", AppPlan.rollout(app.rollout(), status.wanted()));
    all.put("stop", AppPlan.stop(app.stop()));
    all.put("routed", !app.routes().isEmpty());
    all.put("clustered_sessions", app.sessions() != null);
    ScalingView.addTo(all, status);
    all.put("releases", state.releases().stream().map(r -> release(r, state)).toList());
    all.put("instances", status.instances().stream().map(AppView::instance).toList());
    return all;
  }

  private static Map<String, Object> release(Release release, AppState state) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("number", release.number());
    all.put("version", release.version());
    all.put("created", release.created());
    all.put("artefact", release.artefact());
    if (release.author() != null) {
      all.put("author", release.author());
    }
    all.put("active", release.number() == state.active());
    return all;
  }

  private static Map<String, Object> instance(Instance instance) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("name", instance.name());
    all.put("release", instance.workload().release());
    all.put("state", tag(instance.state()));
    if (instance.endpoint() != null) {
      all.put("address", instance.endpoint().toString());
    }
    all.put("started", instance.started());
    all.put("since", instance.since());
    if (instance.memoryBytes() >= 0) {
      all.put("memory_bytes", instance.memoryBytes());
    }
    if (instance.cpu() >= 0) {
      all.put("cpu", instance.cpu());
    }
    if (instance.exit() != null) {
      Map<String, Object> exit = new LinkedHashMap<>();
      if (instance.exit().code() >= 0) {
        exit.put("code", instance.exit().code());
      }
      exit.put("reason", tag(instance.exit().reason()));
      exit.put("time", instance.exit().at());
      all.put("exit", exit);
    }
    return all;
  }

  private static String kind(Source source) {
    return switch (source) {
      case Source.Jar _ -> "jar";
      case Source.War _ -> "war";
      case Source.StaticSite _ -> "static";
      case Source.Command _ -> "command";
      case Source.Image _ -> "image";
    };
  }

  private static String tag(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
