package io.opencop.bench.sessions;

import java.util.Arrays;

/**
 * What one stretch of load has done.
 *
 * @param wrong answers that were not 200, or told of a change that had been lost
 * @param firstWrong the first of them, whole; null where there is none
 * @param nanos from when each request was to be sent to its answer's last byte, sorted
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Visits(int wrong, String firstWrong, long[] nanos, double seconds) {
  Visits {
    Arrays.sort(nanos);
  }

  double perSecond() {
    return nanos.length / seconds;
  }

  /**
   * @param share 0.99 for the 99th percentile
   */
  double millis(double share) {
    return nanos.length == 0
        ? Double.NaN
        : nanos[Math.min(nanos.length - 1, (int) (nanos.length * share))] / 1e6;
  }
}
