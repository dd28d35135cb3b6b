package io.opencop.runtime.control;

import io.opencop.model.app.Instance;
import java.util.List;

/**
 * An app as it is now.
 *
 * @param state what is wanted of it
 * @param instances what there is, ended ones included
 * @param phase in one word
 * @param scaling why so many run
 * @param canary how a new release does beside the old one; null where none is watched
 */
public record AppStatus(
    AppState state,
    List<Instance> instances,
    Phase phase,
    ScalingStatus scaling,
    CanaryStatus canary) {
  public AppStatus {
    instances = List.copyOf(instances);
  }

  /** In one word. */
  public enum Phase {
    /** As many as wanted are ready. */
    READY,
    /** A release is being rolled out. */
    ROLLING,
    /** Fewer are ready than wanted. */
    DEGRADED,
    /** None is wanted until a request comes. */
    ASLEEP,
    /** Is being ended. */
    DELETING
  }

  static AppStatus of(
      AppState state, List<Instance> all, ScalingStatus scaling, CanaryStatus canary) {
    List<Instance> own = of(state.app().name(), all);
    long ready = own.stream().filter(i -> i.state() == Instance.State.READY).count();
    Phase phase;
    if (state.rolling()) {
      phase = Phase.ROLLING;
    } else if (state.wanted() == 0) {
      phase = Phase.ASLEEP;
    } else {
      phase = ready >= state.wanted() ? Phase.READY : Phase.DEGRADED;
    }
    return new AppStatus(state, own, phase, scaling, canary);
  }

  /** Of all instances those of one app. */
  static List<Instance> of(String app, List<Instance> all) {
    return all.stream().filter(i -> i.workload().app().equals(app)).toList();
  }

  /** How many instances shall run. */
  public int wanted() {
    return state.wanted();
  }

  public long ready() {
    return instances.stream().filter(i -> i.state() == Instance.State.READY).count();
  }
}
