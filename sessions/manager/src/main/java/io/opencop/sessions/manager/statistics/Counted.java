package io.opencop.sessions.manager.statistics;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * What a {@link LogHistogram} has counted.
 *
 * @param first bucket that {@code counts} begins with
 * @param sum of all values
 * @param most the largest value ever; that of a difference is its last bucket's end
 */
@SuppressWarnings("ArrayRecordComponent") // equality is of the counts, see below
public record Counted(int first, long[] counts, long sum, long most) {
  public static final Counted NONE = new Counted(0, new long[0], 0, 0);

  public long count() {
    return Arrays.stream(counts).sum();
  }

  /**
   * The value that this part of all values does not exceed; 0 where there are none.
   *
   * @param part 0.99 for p99
   */
  public double percentile(double part) {
    long count = count();
    if (count == 0) {
      return 0;
    }
    long rank = Math.max(1, (long) Math.ceil(part * count));
    long seen = 0;
    for (int i = 0; i < counts.length; i++) {
      seen += counts[i];
      if (seen >= rank) {
        // The middle of the bucket, in the sense of its logarithm.
        double middle = Math.pow(2, (first + i + 0.5) / LogHistogram.PER_OCTAVE);
        return most == 0 ? middle : Math.min(middle, (double) most);
      }
    }
    throw new IllegalStateException();
  }

  /** Both together. */
  public Counted plus(Counted other) {
    if (counts.length == 0 || other.counts.length == 0) {
      return counts.length == 0 ? other : this;
    }
    int from = Math.min(first, other.first);
    int to = Math.max(first + counts.length, other.first + other.counts.length);
    long[] all = new long[to - from];
    for (int i = 0; i < counts.length; i++) {
      all[first - from + i] += counts[i];
    }
    for (int i = 0; i < other.counts.length; i++) {
      all[other.first - from + i] += other.counts[i];
    }
    return new Counted(from, all, sum + other.sum, Math.max(most, other.most));
  }

  /** What came since an earlier state of the same histogram. */
  public Counted since(Counted earlier) {
    long[] left = counts.clone();
    int last = -1;
    for (int i = 0; i < left.length; i++) {
      int there = first + i - earlier.first;
      if (there >= 0 && there < earlier.counts.length) {
        left[i] = Math.max(0, left[i] - earlier.counts[there]);
      }
      last = left[i] > 0 ? i : last;
    }
    if (last < 0) {
      return NONE;
    }
    double end = Math.pow(2, (first + last + 1.0) / LogHistogram.PER_OCTAVE);
    return new Counted(first, left, Math.max(0, sum - earlier.sum), Math.min(most, (long) end));
  }

  void write(DataOutput out) throws IOException {
    out.writeShort(first);
    out.writeShort(counts.length);
    for (long count : counts) {
      out.writeLong(count);
    }
    out.writeLong(sum);
    out.writeLong(most);
  }

  static Counted read(DataInput in) throws IOException {
    int first = in.readUnsignedShort();
    int length = in.readUnsignedShort();
    if (first + length > LogHistogram.BUCKETS) {
      throw new IOException("buckets " + first + "+" + length);
    }
    long[] counts = new long[length];
    for (int i = 0; i < length; i++) {
      counts[i] = in.readLong();
    }
    return new Counted(first, counts, in.readLong(), in.readLong());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Counted o
        && first == o.first
        && Arrays.equals(counts, o.counts)
        && sum == o.sum
        && most == o.most;
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(counts) + first;
  }
}
