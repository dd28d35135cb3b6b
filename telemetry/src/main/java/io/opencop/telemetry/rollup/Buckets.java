package io.opencop.telemetry.rollup;

/**
 * The latency buckets of every sketch: logarithmic with 64 linear steps an octave, so a bucket is
 * at most 1/64 of its lower bound wide and its middle at most 0.8 % away from any value in it. The
 * index of a value is two shifts, no logarithm; all sketches share the grid, so merging is adding.
 */
public final class Buckets {
  private static final int STEP_BITS = 6;
  private static final int STEPS = 1 << STEP_BITS;

  /** One more than the largest index a long can have. */
  public static final int COUNT = (63 - STEP_BITS + 1) * STEPS + STEPS;

  private Buckets() {}

  /** The bucket of a duration; negative durations (clock skew) count as 0. */
  public static int index(long nanos) {
    if (nanos < STEPS) {
      return nanos <= 0 ? 0 : (int) nanos;
    }
    int shift = 63 - Long.numberOfLeadingZeros(nanos) - STEP_BITS;
    return (shift << STEP_BITS) + (int) (nanos >>> shift);
  }

  /** The smallest duration of a bucket, in nanoseconds. */
  public static long lower(int index) {
    if (index < STEPS) {
      return index;
    }
    int shift = (index >>> STEP_BITS) - 1;
    long mantissa = (index & (STEPS - 1)) + (long) STEPS;
    if (shift > 63 - STEP_BITS - 1) {
      return Long.MAX_VALUE;
    }
    return mantissa << shift;
  }

  /** The middle of a bucket, in nanoseconds: what a percentile that falls into it is said to be. */
  public static double middle(int index) {
    double lower = lower(index);
    return index < STEPS ? lower : lower + (lower(index + 1) - lower) / 2;
  }
}
