package io.opencop.telemetry.rollup;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/**
 * Frozen cells, sorted by key, then step; parallel arrays, because an hour of a busy system is a
 * hundred thousand of them.
 *
 * @param stepNanos length of a step
 * @param keys key number of each cell, ascending; what it stands for, {@link RollupKeys} knows
 * @param steps start of each cell's step, in steps since the epoch
 * @param sums sum of durations, nanoseconds
 * @param offsets where each cell's sketch begins in {@code sketches}; cells + 1 values
 */
@SuppressWarnings("ArrayRecordComponent") // shared on purpose, never compared
record CellBlock(
    long stepNanos,
    int[] keys,
    int[] steps,
    long[] counts,
    long[] sums,
    int[] offsets,
    byte[] sketches) {

  int size() {
    return keys.length;
  }

  /** First cell of the key, or the cell where it would stand. */
  int first(int key) {
    int low = 0;
    int high = keys.length;
    while (low < high) {
      int mid = (low + high) >>> 1;
      if (keys[mid] < key) {
        low = mid + 1;
      } else {
        high = mid;
      }
    }
    return low;
  }

  void sketch(int cell, Sketch into) {
    SketchCodec.decode(sketches, offsets[cell], offsets[cell + 1], into);
  }

  /** The same cells on a coarser grid; {@code factor} steps become one. */
  CellBlock coarser(int factor) {
    int n = size();
    int[] outKeys = new int[n];
    int[] outSteps = new int[n];
    long[] outCounts = new long[n];
    long[] outSums = new long[n];
    int[] outOffsets = new int[n + 1];
    ByteArrayOutputStream out = new ByteArrayOutputStream(sketches.length);
    int cells = 0;
    for (int i = 0; i < n; ) {
      int key = keys[i];
      int step = Math.floorDiv(steps[i], factor);
      Sketch sketch = new Sketch();
      long count = 0;
      long sum = 0;
      for (; i < n && keys[i] == key && Math.floorDiv(steps[i], factor) == step; i++) {
        count += counts[i];
        sum += sums[i];
        sketch(i, sketch);
      }
      SketchCodec.encode(sketch, out);
      outKeys[cells] = key;
      outSteps[cells] = step;
      outCounts[cells] = count;
      outSums[cells] = sum;
      outOffsets[++cells] = out.size();
    }
    return new CellBlock(
        stepNanos * factor,
        Arrays.copyOf(outKeys, cells),
        Arrays.copyOf(outSteps, cells),
        Arrays.copyOf(outCounts, cells),
        Arrays.copyOf(outSums, cells),
        Arrays.copyOf(outOffsets, cells + 1),
        out.toByteArray());
  }

  /** The distinct keys, ascending. */
  int[] distinctKeys() {
    int[] out = new int[size()];
    int n = 0;
    for (int i = 0; i < size(); i++) {
      if (i == 0 || keys[i] != keys[i - 1]) {
        out[n++] = keys[i];
      }
    }
    return Arrays.copyOf(out, n);
  }

  /** The same cells under other key numbers, sorted by those. */
  CellBlock renumber(IntUnaryOperator newKey) {
    int[] distinct = distinctKeys();
    long[] runs = new long[distinct.length];
    for (int r = 0; r < distinct.length; r++) {
      runs[r] = ((long) newKey.applyAsInt(distinct[r]) << 32) | r;
    }
    Arrays.sort(runs);
    int n = size();
    int[] outKeys = new int[n];
    int[] outSteps = new int[n];
    long[] outCounts = new long[n];
    long[] outSums = new long[n];
    int[] outOffsets = new int[n + 1];
    byte[] out = new byte[sketches.length];
    int at = 0;
    for (long run : runs) {
      int key = distinct[(int) run];
      for (int i = first(key); i < n && keys[i] == key; i++, at++) {
        int length = offsets[i + 1] - offsets[i];
        System.arraycopy(sketches, offsets[i], out, outOffsets[at], length);
        outKeys[at] = (int) (run >>> 32);
        outSteps[at] = steps[i];
        outCounts[at] = counts[i];
        outSums[at] = sums[i];
        outOffsets[at + 1] = outOffsets[at] + length;
      }
    }
    return new CellBlock(stepNanos, outKeys, outSteps, outCounts, outSums, outOffsets, out);
  }

  int encodedSize() {
    return 8 + 4 + 4 + size() * (4 + 4 + 8 + 8 + 4) + sketches.length;
  }

  void encode(ByteBuffer out) {
    out.putLong(stepNanos).putInt(size()).putInt(sketches.length);
    for (int i = 0; i < size(); i++) {
      out.putInt(keys[i]).putInt(steps[i]).putLong(counts[i]).putLong(sums[i]);
      out.putInt(offsets[i + 1]);
    }
    out.put(sketches);
  }

  static CellBlock decode(ByteBuffer in) {
    long stepNanos = in.getLong();
    int n = in.getInt();
    byte[] sketches = new byte[in.getInt()];
    int[] keys = new int[n];
    int[] steps = new int[n];
    long[] counts = new long[n];
    long[] sums = new long[n];
    int[] offsets = new int[n + 1];
    for (int i = 0; i < n; i++) {
      keys[i] = in.getInt();
      steps[i] = in.getInt();
      counts[i] = in.getLong();
      sums[i] = in.getLong();
      offsets[i + 1] = in.getInt();
    }
    in.get(sketches);
    return new CellBlock(stepNanos, keys, steps, counts, sums, offsets, sketches);
  }
}
