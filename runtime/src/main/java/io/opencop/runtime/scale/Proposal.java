package io.opencop.runtime.scale;

import io.opencop.model.app.Scale;

/**
 * What one target alone would have.
 *
 * @param value measured, in the target's unit: the mean, or of a total its share; NaN where nothing
 *     was measured
 * @param ratio measured to wanted; NaN where nothing was measured
 * @param replicas wanted; -1 where nothing was measured
 * @param tolerated whether it would have been another number but for the tolerance
 */
public record Proposal(
    Scale.Target target, double value, double ratio, int replicas, boolean tolerated) {
  static Proposal none(Scale.Target target) {
    return new Proposal(target, Double.NaN, Double.NaN, -1, false);
  }

  public boolean measured() {
    return replicas >= 0;
  }
}
