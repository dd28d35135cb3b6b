package io.opencop.telemetry.assemble.metric;

/** One series, cut into steps. Every answer is NaN or null where the step has nothing. */
interface SeriesSteps {
  /** What the operation says of this series in the step; NaN where nothing. */
  double at(int step);

  /** When the latest point of the step was, nanoseconds. */
  default long lastTime(int step) {
    return 0;
  }

  /** What a quantile over the group's values takes from this series. */
  default double[] values(int step) {
    double v = at(step);
    return Double.isNaN(v) ? new double[0] : new double[] {v};
  }

  /** What was observed; null where nothing, or where this is no histogram. */
  default Distribution distribution(int step) {
    return null;
  }
}
