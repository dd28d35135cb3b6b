package io.opencop.runtime.scale;

import io.opencop.model.app.Scale;

/**
 * What one target alone would have.
 *
 * @param ratio measured to wanted; NaN where nothing was measured
 * @param replicas wanted; -1 where nothing was measured
 */
public record Proposal(Scale.Target target, double ratio, int replicas) {
  static Proposal none(Scale.Target target) {
    return new Proposal(target, Double.NaN, -1);
  }

  public boolean measured() {
    return replicas >= 0;
  }
}
