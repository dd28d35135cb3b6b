package io.opencop.telemetry.rollup;

import io.opencop.model.TimeRange;
import io.opencop.telemetry.assemble.Nanos;
import java.util.List;
import java.util.function.Function;

/**
 * Pinned roll-ups of one resolution. A range means every step that begins in it, and the step it
 * begins in: a range that cuts a step counts the whole step.
 */
public final class RollupView {
  private final List<Rollup> rollups;
  private final RollupKeys keys;
  private long cellsRead;

  public RollupView(List<Rollup> rollups, RollupKeys keys) {
    this.rollups = List.copyOf(rollups);
    this.keys = keys;
  }

  List<Rollup> rollups() {
    return rollups;
  }

  RollupKeys keys() {
    return keys;
  }

  /** Cells looked at so far, for the cost of an answer. */
  public long cellsRead() {
    return cellsRead;
  }

  public int parts() {
    return rollups.size();
  }

  /** Length of a step; the finest where there is nothing. */
  public long stepNanos() {
    return rollups.isEmpty() ? RollupBuilder.STEP_NANOS : rollups.getFirst().stepNanos();
  }

  /** Sees one cell of a key. */
  @FunctionalInterface
  interface CellVisitor<K> {
    void cell(K key, CellBlock block, int cell);
  }

  /** Sees a key's cells of a range, as they stand in one block; at least one. */
  @FunctionalInterface
  interface RunVisitor<K> {
    void run(K key, CellBlock block, int from, int to);
  }

  /** Visits the cells of a range, all keys. */
  <K> void scan(
      Function<Rollup, CellBlock> which,
      KeyTable<K> table,
      TimeRange range,
      CellVisitor<K> visitor) {
    runs(
        which,
        table,
        range,
        (key, block, from, to) -> {
          for (int cell = from; cell < to; cell++) {
            visitor.cell(key, block, cell);
          }
        });
  }

  /** Visits the cells of a range, a key at a time: an hour of one key is hundreds of cells. */
  <K> void runs(
      Function<Rollup, CellBlock> which,
      KeyTable<K> table,
      TimeRange range,
      RunVisitor<K> visitor) {
    List<K> known = table.all();
    for (Rollup rollup : rollups) {
      CellBlock block = which.apply(rollup);
      long first = Math.floorDiv(Nanos.of(range.from()), block.stepNanos());
      long last = Math.floorDiv(Nanos.of(range.to()) - 1, block.stepNanos());
      int[] keysOf = block.keys();
      int[] steps = block.steps();
      for (int end = 0; end < keysOf.length; ) {
        int key = keysOf[end];
        int from = -1;
        int to = end;
        for (; end < keysOf.length && keysOf[end] == key; end++) {
          if (steps[end] >= first && steps[end] <= last) {
            from = from < 0 ? end : from;
            to = end + 1;
          }
        }
        if (from >= 0) {
          cellsRead += to - from;
          visitor.run(known.get(key), block, from, to);
        }
      }
    }
  }

  void scanRed(TimeRange range, CellVisitor<RedKey> visitor) {
    scan(Rollup::red, keys.red, range, visitor);
  }

  void scanInstances(TimeRange range, CellVisitor<InstanceKey> visitor) {
    scan(Rollup::instance, keys.instance, range, visitor);
  }

  void scanEdges(TimeRange range, CellVisitor<EdgeKey> visitor) {
    scan(Rollup::edge, keys.edge, range, visitor);
  }

  void scanVolume(TimeRange range, CellVisitor<VolumeKey> visitor) {
    scan(Rollup::volume, keys.volume, range, visitor);
  }

  /** What a service last said of itself, or null. */
  ServiceFacts facts(String service) {
    ServiceFacts best = null;
    for (Rollup rollup : rollups) {
      ServiceFacts here = rollup.facts().get(service);
      if (here != null) {
        best = best == null ? here : ServiceFacts.later(best, here);
      }
    }
    return best;
  }
}
