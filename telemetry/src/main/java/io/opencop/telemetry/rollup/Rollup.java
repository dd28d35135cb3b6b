package io.opencop.telemetry.rollup;

import java.util.Map;

/**
 * The roll-ups of one slice (or of several, merged) at one resolution; immutable.
 *
 * @param pairs how often each pairing was seen: a sample, used as weights
 */
public record Rollup(
    CellBlock red,
    CellBlock instance,
    CellBlock edge,
    CellBlock volume,
    Map<Pair, Long> pairs,
    Map<String, ServiceFacts> facts) {

  public long stepNanos() {
    return red.stepNanos();
  }

  /** The same on a coarser grid. */
  public Rollup coarser(int factor) {
    return new Rollup(
        red.coarser(factor),
        instance.coarser(factor),
        edge.coarser(factor),
        volume.coarser(factor),
        pairs,
        facts);
  }
}
