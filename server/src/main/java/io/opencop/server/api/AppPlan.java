package io.opencop.server.api;

import io.opencop.model.app.Rollout;
import io.opencop.model.app.Scale;
import io.opencop.model.app.Stop;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What will happen to an app that is scaled, restarted or rolled back, as the contract says it. */
final class AppPlan {
  private static final double MILLIS = 1000;

  private AppPlan() {}

  static Map<String, Object> scale(Scale scale) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("min", scale.min());
    all.put("max", Math.max(scale.max(), scale.min()));
    List<Map<String, Object>> targets = scale.targets().stream().map(AppPlan::target).toList();
    all.put("targets", targets);
    return all;
  }

  private static Map<String, Object> target(Scale.Target target) {
    Map<String, Object> one = new LinkedHashMap<>();
    one.put("measure", target.measure().name().toLowerCase(Locale.ROOT));
    if (target.metric() != null) {
      one.put("metric", target.metric());
    }
    one.put("value", target.value());
    return one;
  }

  /**
   * In instances of so many.
   *
   * @param wanted instances
   */
  static Map<String, Object> rollout(Rollout rollout, int wanted) {
    Map<String, Object> all = new LinkedHashMap<>();
    switch (rollout) {
      case Rollout.Rolling rolling -> {
        all.put("strategy", "rolling");
        all.put("surge", rolling.surge().of(wanted, true));
        all.put("unavailable", rolling.unavailable().of(wanted, false));
      }
      case Rollout.BlueGreen blueGreen -> {
        all.put("strategy", "blue_green");
        all.put("keep_old_s", seconds(blueGreen.keepOld()));
      }
      case Rollout.Canary _ -> all.put("strategy", "canary");
    }
    return all;
  }

  static Map<String, Object> stop(Stop stop) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("drain_s", seconds(stop.drain()));
    all.put("grace_s", seconds(stop.grace()));
    return all;
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / MILLIS;
  }
}
