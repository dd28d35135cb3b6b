package io.opencop.telemetry.rollup;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;

/** Makes one roll-up of several of one resolution: equal cells are added up. */
public final class RollupMerge {
  private RollupMerge() {}

  /**
   * @param parts at least one; all of one step length
   */
  public static Rollup of(List<Rollup> parts) {
    Map<Pair, Long> pairs = new HashMap<>();
    Map<String, ServiceFacts> facts = new HashMap<>();
    for (Rollup part : parts) {
      part.pairs().forEach((pair, n) -> pairs.merge(pair, n, Long::sum));
      part.facts().forEach((service, f) -> facts.merge(service, f, ServiceFacts::later));
    }
    return new Rollup(
        blocks(parts, Rollup::red),
        blocks(parts, Rollup::instance),
        blocks(parts, Rollup::edge),
        blocks(parts, Rollup::volume),
        pairs,
        facts);
  }

  private static CellBlock blocks(List<Rollup> parts, Function<Rollup, CellBlock> which) {
    return merge(parts.stream().map(which).toList());
  }

  static CellBlock merge(List<CellBlock> blocks) {
    int most = blocks.stream().mapToInt(CellBlock::size).sum();
    SortedSet<Integer> keys = new TreeSet<>();
    for (CellBlock b : blocks) {
      for (int key : b.distinctKeys()) {
        keys.add(key);
      }
    }
    int[] outKeys = new int[most];
    int[] outSteps = new int[most];
    long[] outCounts = new long[most];
    long[] outSums = new long[most];
    int[] offsets = new int[most + 1];
    ByteArrayOutputStream sketches = new ByteArrayOutputStream();
    int cells = 0;
    CellBlock[] blockOf = new CellBlock[most];
    int[] cellOf = new int[most];
    for (int key : keys) {
      long[] order = runs(blocks, key, blockOf, cellOf);
      for (int i = 0; i < order.length; ) {
        int step = (int) (order[i] >> 32);
        Sketch sketch = new Sketch();
        long count = 0;
        long sum = 0;
        for (; i < order.length && (int) (order[i] >> 32) == step; i++) {
          CellBlock b = blockOf[(int) order[i]];
          int cell = cellOf[(int) order[i]];
          count += b.counts()[cell];
          sum += b.sums()[cell];
          b.sketch(cell, sketch);
        }
        SketchCodec.encode(sketch, sketches);
        outKeys[cells] = key;
        outSteps[cells] = step;
        outCounts[cells] = count;
        outSums[cells] = sum;
        offsets[++cells] = sketches.size();
      }
    }
    return new CellBlock(
        blocks.getFirst().stepNanos(),
        Arrays.copyOf(outKeys, cells),
        Arrays.copyOf(outSteps, cells),
        Arrays.copyOf(outCounts, cells),
        Arrays.copyOf(outSums, cells),
        Arrays.copyOf(offsets, cells + 1),
        sketches.toByteArray());
  }

  /** The key's cells of all blocks by step: step in the upper half, a place in the arrays below. */
  private static long[] runs(List<CellBlock> blocks, int key, CellBlock[] blockOf, int[] cellOf) {
    int n = 0;
    for (CellBlock b : blocks) {
      for (int i = b.first(key); i < b.size() && b.keys()[i] == key; i++, n++) {
        blockOf[n] = b;
        cellOf[n] = i;
      }
    }
    long[] order = new long[n];
    for (int i = 0; i < n; i++) {
      order[i] = ((long) blockOf[i].steps()[cellOf[i]] << 32) | i;
    }
    Arrays.sort(order);
    return order;
  }
}
