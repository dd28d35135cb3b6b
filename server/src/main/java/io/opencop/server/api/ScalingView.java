package io.opencop.server.api;

import io.opencop.model.app.Scale;
import io.opencop.runtime.control.AppStatus;
import io.opencop.runtime.control.CanaryStatus;
import io.opencop.runtime.rollout.Red;
import io.opencop.runtime.scale.Decision;
import io.opencop.runtime.scale.Proposal;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Why so many instances run, and how a new release does, as the contract writes it. */
final class ScalingView {
  private ScalingView() {}

  static void addTo(Map<String, Object> all, AppStatus status) {
    all.put("scaling", scaling(status));
    if (status.canary() != null) {
      all.put("canary", canary(status.canary()));
    }
  }

  private static Map<String, Object> scaling(AppStatus status) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("min", status.scaling().bounds().min());
    all.put("max", status.scaling().bounds().max());
    all.put(
        "windows", status.scaling().bounds().windows().stream().map(ScalingView::window).toList());
    if (status.scaling().last() != null) {
      all.put("last", decision(status.scaling().last()));
    }
    all.put("decisions", status.scaling().decisions().stream().map(ScalingView::decision).toList());
    return all;
  }

  private static Map<String, Object> window(Scale.Window window) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("start", window.start());
    all.put("end", window.end());
    all.put("timezone", window.zone());
    all.put("min", window.min());
    all.put("max", window.max());
    return all;
  }

  private static Map<String, Object> decision(Decision decision) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("time", decision.at());
    all.put("before", decision.current());
    all.put("inputs", decision.proposals().stream().map(ScalingView::input).toList());
    all.put("computed", decision.computed());
    all.put("after", decision.replicas());
    all.put("limit", tag(decision.limit()));
    return all;
  }

  private static Map<String, Object> input(Proposal proposal) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("measure", tag(proposal.target().measure()));
    if (proposal.target().metric() != null) {
      all.put("metric", proposal.target().metric());
    }
    all.put("target", proposal.target().value());
    if (proposal.measured()) {
      all.put("value", proposal.value());
      all.put("ratio", proposal.ratio());
      all.put("replicas", proposal.replicas());
    }
    return all;
  }

  private static Map<String, Object> canary(CanaryStatus canary) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("step", canary.step() + 1);
    all.put("steps", canary.steps());
    all.put("weight", canary.weight());
    all.put("held_s", canary.held().toSeconds());
    all.put("hold_s", canary.hold().toSeconds());
    all.put("verdict", tag(canary.outcome()));
    all.put("old", red(canary.old()));
    all.put("new", red(canary.fresh()));
    return all;
  }

  private static Map<String, Object> red(Red red) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("requests", red.requests());
    all.put("errors", red.errors());
    if (!Double.isNaN(red.p95Millis())) {
      all.put("p95_ms", red.p95Millis());
    }
    return all;
  }

  private static String tag(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
