package io.opencop.runtime.rollout;

/**
 * What a release has done within a time.
 *
 * @param errors requests that failed by its fault
 * @param p95Millis NaN where durations are not known
 */
public record Red(long requests, long errors, double p95Millis) {
  public static final Red NONE = new Red(0, 0, Double.NaN);

  /** 0 to 1; 0 where there were no requests. */
  public double errorRatio() {
    return requests == 0 ? 0 : (double) errors / requests;
  }
}
