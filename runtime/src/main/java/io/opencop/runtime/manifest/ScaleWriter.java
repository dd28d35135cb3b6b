package io.opencop.runtime.manifest;

import static io.opencop.runtime.manifest.AppWriter.map;
import static io.opencop.runtime.manifest.AppWriter.number;
import static io.opencop.runtime.manifest.AppWriter.time;

import io.opencop.model.app.Rollout;
import io.opencop.model.app.Scale;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How many instances run, as a manifest says it. */
final class ScaleWriter {
  private ScaleWriter() {}

  static Map<String, Object> scale(Scale scale) {
    Map<String, Object> all = map("min", scale.min(), "max", scale.max());
    List<Object> metrics = new ArrayList<>();
    for (Scale.Target target : scale.targets()) {
      switch (target.measure()) {
        case CPU, MEMORY, REQUESTS, CONCURRENCY ->
            all.put(target.measure().name().toLowerCase(Locale.ROOT), number(target.value()));
        case METRIC -> metrics.add(metric(target));
      }
    }
    if (!metrics.isEmpty()) {
      all.put("metrics", metrics);
    }
    all.put("up", rules(scale.up()));
    all.put("down", rules(scale.down()));
    if (!scale.schedule().isEmpty()) {
      all.put("schedule", scale.schedule().stream().map(ScaleWriter::window).toList());
    }
    return all;
  }

  private static Map<String, Object> metric(Scale.Target target) {
    Map<String, Object> all = map("name", target.metric(), "value", number(target.value()));
    if (target.service() != null) {
      all.put("service", target.service());
    }
    all.put("total", target.total());
    return all;
  }

  private static Map<String, Object> rules(Scale.Rules rules) {
    return map(
        "window",
        time(rules.window()),
        "policies",
        rules.policies().stream().map(ScaleWriter::policy).toList(),
        "choose",
        rules.choice().name().toLowerCase(Locale.ROOT));
  }

  private static Map<String, Object> policy(Scale.Policy policy) {
    return map(
        "amount", AppWriter.amount(new Rollout.Amount(policy.amount(), policy.percent())),
        "period", time(policy.period()));
  }

  private static Map<String, Object> window(Scale.Window window) {
    return map(
        "start", window.start(),
        "end", window.end(),
        "timezone", window.zone(),
        "min", window.min(),
        "max", window.max());
  }
}
