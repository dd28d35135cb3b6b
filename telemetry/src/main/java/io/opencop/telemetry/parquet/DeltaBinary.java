package io.opencop.telemetry.parquet;

/**
 * DELTA_BINARY_PACKED for 64-bit integers: blocks of 128 differences in 4 miniblocks of 32, each
 * miniblock packed in the width its largest difference needs.
 */
final class DeltaBinary {
  private static final int BLOCK = 128;
  private static final int MINI = 32;

  private final long[] deltas = new long[BLOCK];

  void encode(long[] values, int from, int to, Out out) {
    out.varint(BLOCK);
    out.varint(BLOCK / MINI);
    out.varint(to - from);
    out.zigzag(from < to ? values[from] : 0);
    for (int at = from + 1; at < to; at += BLOCK) {
      block(values, at, Math.min(BLOCK, to - at), out);
    }
  }

  private void block(long[] values, int at, int n, Out out) {
    long[] deltas = this.deltas;
    long min = Long.MAX_VALUE;
    for (int i = 0; i < n; i++) {
      long delta = values[at + i] - values[at + i - 1]; // may wrap around; so does the reader
      deltas[i] = delta;
      min = Math.min(min, delta);
    }
    for (int i = n; i < BLOCK; i++) {
      deltas[i] = min;
    }
    out.zigzag(min);
    out.room(4);
    int widths = out.at;
    out.at += BLOCK / MINI;
    for (int mini = 0; mini < BLOCK / MINI; mini++) {
      long bits = 0;
      for (int i = mini * MINI; i < (mini + 1) * MINI; i++) {
        bits |= deltas[i] - min;
      }
      int width = mini * MINI < n ? 64 - Long.numberOfLeadingZeros(bits) : 0;
      out.buf[widths + mini] = (byte) width;
      if (width > 0) {
        BitPacking.pack(deltas, mini * MINI, (mini + 1) * MINI, min, width, out);
      }
    }
  }
}
