package io.opencop.runtime.scale;

import io.opencop.model.app.Scale;
import java.util.List;

/**
 * What one target measured at one moment.
 *
 * @param values of each instance that is ready, in thousandths of the target's unit; where the
 *     target is a total, that alone
 * @param unready instances too young to be believed, or not ready
 * @param missing instances that run and gave no value
 */
public record Reading(Scale.Target target, List<Long> values, int unready, int missing) {
  public Reading {
    values = List.copyOf(values);
  }

  /** Nothing could be measured at all. */
  public static Reading none(Scale.Target target) {
    return new Reading(target, List.of(), 0, 0);
  }
}
