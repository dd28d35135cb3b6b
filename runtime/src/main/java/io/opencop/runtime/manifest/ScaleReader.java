package io.opencop.runtime.manifest;

import io.opencop.model.app.Rollout;
import io.opencop.model.app.Scale;
import io.opencop.model.app.Scale.Choice;
import io.opencop.model.app.Scale.Measure;
import io.opencop.model.app.Scale.Policy;
import io.opencop.model.app.Scale.Rules;
import io.opencop.model.app.Scale.Target;
import io.opencop.model.message.Notice;
import io.opencop.runtime.manifest.shape.ManifestMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** How many instances run; what is left out is as in Kubernetes. */
final class ScaleReader {
  private static final Duration PERIOD = Duration.ofSeconds(15);
  private static final Rules UP =
      new Rules(
          Duration.ZERO,
          List.of(new Policy(true, 100, PERIOD), new Policy(false, 4, PERIOD)),
          Choice.MAX);
  private static final Rules DOWN =
      new Rules(Duration.ofMinutes(5), List.of(new Policy(true, 100, PERIOD)), Choice.MAX);

  private final List<Notice> problems;

  ScaleReader(List<Notice> problems) {
    this.problems = problems;
  }

  Scale read(Part scale) {
    // Two, because one instance cannot be replaced without somebody noticing.
    int min = scale.whole("min", 2);
    int max = scale.whole("max", Math.max(1, min));
    if (max < min) {
      problems.add(
          ManifestMessage.OUT_OF_ORDER.with(
              "place",
              scale.place("max"),
              "field",
              "spec.scale.max",
              "value",
              max,
              "other",
              "spec.scale.min",
              "least",
              min));
    }
    return new Scale(
        min,
        max,
        targets(scale),
        rules(scale.part("up"), UP),
        rules(scale.part("down"), DOWN),
        new ScheduleReader(problems).read(scale, min, max));
  }

  private static List<Target> targets(Part scale) {
    List<Target> targets = new ArrayList<>();
    if (scale.has("cpu")) {
      targets.add(new Target(Measure.CPU, null, scale.whole("cpu", 0)));
    }
    if (scale.has("memory")) {
      targets.add(new Target(Measure.MEMORY, null, scale.whole("memory", 0)));
    }
    scale
        .value("requests", Double.class)
        .ifPresent(v -> targets.add(new Target(Measure.REQUESTS, null, v)));
    scale
        .value("concurrency", Double.class)
        .ifPresent(v -> targets.add(new Target(Measure.CONCURRENCY, null, v)));
    for (Part metric : scale.parts("metrics")) {
      double value = metric.value("value", Double.class).orElse(0.0);
      targets.add(
          new Target(
              Measure.METRIC,
              metric.text("name", ""),
              value,
              metric.text("service", null),
              metric.yes("total") || metric.has("service")));
    }
    return targets;
  }

  private static Rules rules(Part rules, Rules otherwise) {
    return new Rules(
        rules.value("window", Duration.class).orElse(otherwise.window()),
        rules.has("policies") ? policies(rules) : otherwise.policies(),
        switch (rules.text("choose", "max")) {
          case "min" -> Choice.MIN;
          case "disabled" -> Choice.DISABLED;
          default -> Choice.MAX;
        });
  }

  private static List<Policy> policies(Part rules) {
    return rules.parts("policies").stream()
        .map(p -> {
          Rollout.Amount amount =
              p.value("amount", Rollout.Amount.class).orElse(new Rollout.Amount(0, false));
          return new Policy(
              amount.percent(), amount.value(), p.value("period", Duration.class).orElse(PERIOD));
        })
        .toList();
  }
}
