package io.opencop.runtime.rollout;

import io.opencop.model.app.Rollout.Canary;
import io.opencop.model.app.Rollout.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The steps of a canary, of which the last is always everything. */
public final class CanarySteps {
  private CanarySteps() {}

  public static List<Step> of(Canary canary) {
    List<Step> steps = new ArrayList<>(canary.steps());
    if (steps.isEmpty() || steps.getLast().weight() < 100) {
      steps.add(new Step(100, Duration.ZERO));
    }
    return List.copyOf(steps);
  }

  /** Instances of the new release that carry this part of what so many carry. */
  public static int instances(Step step, int wanted) {
    return Math.max(1, Math.ceilDiv(wanted * step.weight(), 100));
  }
}
