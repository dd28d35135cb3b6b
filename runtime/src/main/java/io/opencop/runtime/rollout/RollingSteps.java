package io.opencop.runtime.rollout;

import io.opencop.model.app.Rollout;

/**
 * The next step of a rolling update, as a Kubernetes Deployment takes it: never more than wanted
 * plus surge, never fewer ready than wanted minus unavailable.
 */
public final class RollingSteps {
  private RollingSteps() {}

  public static Split next(Rollout.Rolling how, int wanted, Seen seen) {
    int surge = how.surge().of(wanted, true);
    int unavailable = how.unavailable().of(wanted, false);
    if (surge == 0 && unavailable == 0) {
      // 10 % of one instance is none either way; Kubernetes then takes one away first.
      unavailable = 1;
    }
    int most = wanted + surge;
    int fresh = Math.min(wanted, Math.max(seen.fresh(), most - seen.old()));
    fresh = Math.max(fresh, Math.min(seen.fresh(), wanted));
    int ready = seen.freshReady() + seen.oldReady();
    int spare = Math.max(0, ready - (wanted - unavailable));
    // Those of the old release that are not ready serve nobody: they go first and cost nothing.
    int idle = seen.old() - seen.oldReady();
    int old = Math.max(0, seen.old() - idle - Math.min(spare, seen.oldReady()));
    boolean done = old == 0 && fresh == wanted && seen.freshReady() >= wanted;
    int weight = fresh + old == 0 ? 100 : Math.round(100f * fresh / (fresh + old));
    return new Split(fresh, old, done ? 100 : weight, done);
  }
}
