package io.opencop.runtime.manifest.kubernetes;

import static io.opencop.runtime.manifest.kubernetes.Fields.map;

import io.opencop.model.app.App;
import io.opencop.model.app.Scale;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;

/** How many run, as a HorizontalPodAutoscaler (autoscaling/v2). */
final class Autoscaler {
  private Autoscaler() {}

  static Map<String, Object> of(App app) {
    Scale scale = app.scale();
    return Fields.resource(
        "autoscaling/v2",
        "HorizontalPodAutoscaler",
        app.name(),
        app,
        map(
            "scaleTargetRef",
            map("apiVersion", "apps/v1", "kind", "Deployment", "name", app.name()),
            "minReplicas",
            Math.max(1, scale.min()),
            "maxReplicas",
            scale.max(),
            "metrics",
            scale.targets().stream().map(Autoscaler::metric).toList(),
            "behavior",
            map("scaleUp", rules(scale.up()), "scaleDown", rules(scale.down()))));
  }

  private static Map<String, Object> metric(Scale.Target target) {
    return switch (target.measure()) {
      case CPU, MEMORY ->
          map(
              "type",
              "Resource",
              "resource",
              map(
                  "name",
                  target.measure().name().toLowerCase(Locale.ROOT),
                  "target",
                  map("type", "Utilization", "averageUtilization", Math.round(target.value()))));
      case REQUESTS -> average("Pods", "pods", "http_requests_per_second", target);
      case CONCURRENCY -> average("Pods", "pods", "http_requests_in_flight", target);
      case METRIC ->
          target.total()
              ? average("External", "external", target.metric(), target)
              : average("Pods", "pods", target.metric(), target);
    };
  }

  private static Map<String, Object> average(
      String type, String field, String name, Scale.Target target) {
    String value = BigDecimal.valueOf(target.value()).stripTrailingZeros().toPlainString();
    return map(
        "type",
        type,
        field,
        map(
            "metric",
            map("name", name),
            "target",
            map("type", "AverageValue", "averageValue", value)));
  }

  private static Map<String, Object> rules(Scale.Rules rules) {
    Map<String, Object> all =
        map(
            "stabilizationWindowSeconds",
            rules.window().toSeconds(),
            "selectPolicy",
            choice(rules.choice()));
    if (!rules.policies().isEmpty()) {
      all.put("policies", rules.policies().stream().map(Autoscaler::policy).toList());
    }
    return all;
  }

  private static String choice(Scale.Choice choice) {
    return switch (choice) {
      case MAX -> "Max";
      case MIN -> "Min";
      case DISABLED -> "Disabled";
    };
  }

  private static Map<String, Object> policy(Scale.Policy policy) {
    return map(
        "type", policy.percent() ? "Percent" : "Pods",
        "value", policy.amount(),
        "periodSeconds", policy.period().toSeconds());
  }
}
