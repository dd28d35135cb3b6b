package io.opencop.sessions.manager.statistics;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.LongAdder;

/**
 * Counts values in buckets that grow by an eighth of an octave, which is scale 3 of OpenTelemetry's
 * exponential histogram: bucket i holds (2^(i/8), 2^((i+1)/8)]. A percentile is off by at most 4.5
 * %.
 */
public final class LogHistogram {
  /** OpenTelemetry's word for eight buckets an octave. */
  public static final int SCALE = 3;

  static final int PER_OCTAVE = 1 << SCALE;
  static final int BUCKETS = 63 * PER_OCTAVE;

  /** Upper ends of the buckets of one octave, as 53-bit fractions. */
  private static final double[] ENDS = new double[PER_OCTAVE];

  static {
    for (int i = 0; i < PER_OCTAVE; i++) {
      ENDS[i] = Math.pow(2, i / (double) PER_OCTAVE);
    }
  }

  private final AtomicLongArray counts = new AtomicLongArray(BUCKETS);
  private final LongAdder sum = new LongAdder();
  private final AtomicLong most = new AtomicLong();

  /** Values below 1 count as 1. */
  public void record(long value) {
    counts.getAndIncrement(bucket(value));
    sum.add(Math.max(0, value));
    long before = most.get();
    while (value > before && !most.compareAndSet(before, value)) {
      before = most.get();
    }
  }

  static int bucket(long value) {
    if (value <= 1) {
      return 0;
    }
    int octave = 63 - Long.numberOfLeadingZeros(value);
    double fraction = value / (double) (1L << octave);
    int step = 0;
    while (step < PER_OCTAVE && fraction > ENDS[step]) {
      step++;
    }
    // The lower end is not in the bucket: 2^n exactly is the last value of the one before.
    return octave * PER_OCTAVE + step - 1;
  }

  /** All values so far. */
  public Counted counted() {
    int first = 0;
    int last = -1;
    long[] all = new long[BUCKETS];
    for (int i = 0; i < BUCKETS; i++) {
      all[i] = counts.get(i);
      if (all[i] != 0) {
        if (last < 0) {
          first = i;
        }
        last = i;
      }
    }
    long[] some = new long[last < 0 ? 0 : last - first + 1];
    System.arraycopy(all, first, some, 0, some.length);
    return new Counted(first, some, sum.sum(), most.get());
  }
}
