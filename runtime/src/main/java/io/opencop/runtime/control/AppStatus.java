package io.opencop.runtime.control;

import io.opencop.model.app.Instance;
import io.opencop.runtime.scale.Decision;
import java.util.List;

/**
 * An app as it is now.
 *
 * @param state what is wanted of it
 * @param instances what there is, ended ones included
 * @param phase in one word
 * @param scaling the last decision; null where nothing is measured for it
 */
public record AppStatus(AppState state, List<Instance> instances, Phase phase, Decision scaling) {
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

  /** How many instances shall run. */
  public int wanted() {
    return state.wanted();
  }

  public long ready() {
    return instances.stream().filter(i -> i.state() == Instance.State.READY).count();
  }
}
