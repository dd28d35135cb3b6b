package io.opencop.runtime.control;

import io.opencop.runtime.scale.Bounds;
import io.opencop.runtime.scale.Decision;
import java.util.List;

/**
 * Why so many instances run.
 *
 * @param bounds in force now
 * @param last decision; null where there is none, as nothing is measured or not yet
 * @param decisions that changed something, or that were kept from it by another limit than the one
 *     before, the newest first
 */
public record ScalingStatus(Bounds bounds, Decision last, List<Decision> decisions) {
  public ScalingStatus {
    decisions = List.copyOf(decisions);
  }
}
