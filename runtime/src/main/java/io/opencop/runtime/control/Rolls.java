package io.opencop.runtime.control;

import io.opencop.model.app.App;
import io.opencop.model.app.Instance;
import io.opencop.model.app.Instance.State;
import io.opencop.model.app.Rollout;
import io.opencop.model.app.WorkloadId;
import io.opencop.runtime.rollout.RollingSteps;
import io.opencop.runtime.rollout.Seen;
import io.opencop.runtime.rollout.Split;
import java.time.Duration;
import java.util.List;

/** The next step of an app's rollout, from what is wanted and what there is. */
final class Rolls {
  /** Beyond the start-up time: for what comes between starting and getting ready. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private Rolls() {}

  static Split next(AppState state, List<Instance> instances) {
    Seen seen = seen(state, instances);
    if (state.active() == 0) {
      // Nothing serves yet, so there is nothing to be careful of.
      boolean ready = seen.freshReady() >= Math.min(1, state.wanted());
      return new Split(state.wanted(), 0, 100, ready);
    }
    return switch (FixedPort.rollout(state.app())) {
      case Rollout.Rolling how -> RollingSteps.next(how, state.wanted(), seen);
      // Of a canary this is asked only where none of it is wanted, so that nobody can watch it.
      case Rollout.BlueGreen _, Rollout.Canary _ -> blueGreen(state.wanted(), seen);
    };
  }

  static Duration keepOld(App app) {
    return app.rollout() instanceof Rollout.BlueGreen how ? how.keepOld() : Duration.ZERO;
  }

  private static Split blueGreen(int wanted, Seen seen) {
    boolean ready = seen.freshReady() >= wanted;
    return new Split(wanted, seen.old(), ready ? 100 : 0, ready);
  }

  /** Whether the new release has had its time and nothing of it has got ready. */
  static boolean hopeless(AppState state, List<Instance> instances, Duration since) {
    Seen seen = seen(state, instances);
    Duration allowed = state.app().health().startup().plus(PATIENCE);
    return state.wanted() > 0 && seen.freshReady() == 0 && since.compareTo(allowed) > 0;
  }

  static Seen seen(AppState state, List<Instance> instances) {
    WorkloadId fresh = new WorkloadId(state.app().name(), state.target());
    int freshAll = 0;
    int freshReady = 0;
    int old = 0;
    int oldReady = 0;
    for (Instance i : instances) {
      if (!i.runs() || i.state() == State.STOPPING) {
        continue;
      }
      int ready = i.state() == State.READY ? 1 : 0;
      if (i.workload().equals(fresh)) {
        freshAll++;
        freshReady += ready;
      } else {
        old++;
        oldReady += ready;
      }
    }
    return new Seen(freshAll, freshReady, old, oldReady);
  }
}
