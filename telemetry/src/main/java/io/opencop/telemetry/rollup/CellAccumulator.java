package io.opencop.telemetry.rollup;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/**
 * Cells (key, time step) of a slice that is still hot: count, sum of durations, sketch. One open
 * addressing table over parallel arrays, because every entry span passes here. Belongs to the
 * builder's thread.
 */
final class CellAccumulator {
  private final long stepNanos;
  private final boolean sketched;
  private long[] table = new long[1 << 10];
  private int[] cellOf = new int[1 << 10];
  private int cells;
  private int[] keys = new int[256];
  private int[] steps = new int[256];
  private long[] counts = new long[256];
  private long[] sums = new long[256];
  private char[][] values = new char[256][];
  private Sketch[] wide = new Sketch[256];

  /** More values than this in one cell are counted in a sketch rather than listed. */
  private static final int LISTED = 256;

  CellAccumulator(long stepNanos, boolean sketched) {
    this.stepNanos = stepNanos;
    this.sketched = sketched;
  }

  int cells() {
    return cells;
  }

  void add(int key, long timeNanos, long durationNanos, long count) {
    int c = cell(key, (int) Math.floorDiv(timeNanos, stepNanos));
    if (!sketched) {
      counts[c] += count;
      return;
    }
    int bucket = Buckets.index(durationNanos);
    sums[c] += Math.max(0, durationNanos);
    int n = (int) counts[c]++;
    Sketch sketch = wide[c];
    if (sketch != null) {
      sketch.add(bucket, 1);
      return;
    }
    char[] list = values[c];
    if (list == null) {
      list = values[c] = new char[4];
    } else if (n == list.length) {
      if (n >= LISTED) {
        widen(c, n, bucket);
        return;
      }
      list = values[c] = Arrays.copyOf(list, n * 2);
    }
    list[n] = (char) bucket;
  }

  /** An immutable copy; keys become what {@code keyMap} makes of them. */
  CellBlock freeze(IntUnaryOperator keyMap) {
    long[] order = new long[cells];
    for (int c = 0; c < cells; c++) {
      order[c] = ((long) keyMap.applyAsInt(keys[c]) << 32) | c;
    }
    int[] sorted = sortByKeyThenStep(order);
    int[] outKeys = new int[cells];
    int[] outSteps = new int[cells];
    long[] outCounts = new long[cells];
    long[] outSums = new long[cells];
    int[] offsets = new int[cells + 1];
    ByteArrayOutputStream sketches = new ByteArrayOutputStream(cells * 12);
    for (int i = 0; i < cells; i++) {
      int c = sorted[i];
      outKeys[i] = keyMap.applyAsInt(keys[c]);
      outSteps[i] = steps[c];
      outCounts[i] = counts[c];
      outSums[i] = sums[c];
      if (wide[c] != null) {
        SketchCodec.encode(wide[c], sketches);
      } else if (values[c] != null) {
        SketchCodec.encode(values[c], (int) counts[c], sketches);
      }
      offsets[i + 1] = sketches.size();
    }
    return new CellBlock(
        stepNanos, outKeys, outSteps, outCounts, outSums, offsets, sketches.toByteArray());
  }

  private int[] sortByKeyThenStep(long[] byKey) {
    Arrays.sort(byKey);
    int[] sorted = new int[byKey.length];
    int from = 0;
    while (from < byKey.length) {
      int to = from;
      while (to < byKey.length && byKey[to] >>> 32 == byKey[from] >>> 32) {
        to++;
      }
      long[] run = new long[to - from];
      for (int i = from; i < to; i++) {
        int c = (int) byKey[i];
        run[i - from] = ((long) steps[c] << 32) | c;
      }
      Arrays.sort(run);
      for (int i = from; i < to; i++) {
        sorted[i] = (int) run[i - from];
      }
      from = to;
    }
    return sorted;
  }

  private void widen(int c, int n, int bucket) {
    Sketch sketch = new Sketch();
    char[] list = values[c];
    for (int i = 0; i < n; i++) {
      sketch.add(list[i], 1);
    }
    sketch.add(bucket, 1);
    wide[c] = sketch;
    values[c] = null;
  }

  private int cell(int key, int step) {
    long id = (((long) key + 1) << 32) | (step & 0xffffffffL);
    int mask = table.length - 1;
    int at = (int) mix(id) & mask;
    while (table[at] != 0) {
      if (table[at] == id) {
        return cellOf[at];
      }
      at = (at + 1) & mask;
    }
    if (cells * 2 >= table.length) {
      rehash();
      return cell(key, step);
    }
    if (cells == keys.length) {
      growCells();
    }
    table[at] = id;
    cellOf[at] = cells;
    keys[cells] = key;
    steps[cells] = step;
    return cells++;
  }

  private void growCells() {
    int n = cells * 2;
    keys = Arrays.copyOf(keys, n);
    steps = Arrays.copyOf(steps, n);
    counts = Arrays.copyOf(counts, n);
    sums = Arrays.copyOf(sums, n);
    values = Arrays.copyOf(values, n);
    wide = Arrays.copyOf(wide, n);
  }

  private void rehash() {
    long[] oldTable = table;
    int[] oldCells = cellOf;
    table = new long[oldTable.length * 2];
    cellOf = new int[table.length];
    int mask = table.length - 1;
    for (int i = 0; i < oldTable.length; i++) {
      if (oldTable[i] != 0) {
        int at = (int) mix(oldTable[i]) & mask;
        while (table[at] != 0) {
          at = (at + 1) & mask;
        }
        table[at] = oldTable[i];
        cellOf[at] = oldCells[i];
      }
    }
  }

  private static long mix(long x) {
    long h = x * 0x9E3779B97F4A7C15L;
    return h ^ (h >>> 29);
  }
}
