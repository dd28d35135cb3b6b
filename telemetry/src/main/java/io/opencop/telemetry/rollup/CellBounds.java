package io.opencop.telemetry.rollup;

/** The times a roll-up covers: from the first step's start to the last one's end. */
public record CellBounds(long fromNanos, long toNanos) {
  public static CellBounds of(Rollup rollup) {
    long from = Long.MAX_VALUE;
    long to = Long.MIN_VALUE;
    for (CellBlock block :
        new CellBlock[] {rollup.red(), rollup.instance(), rollup.edge(), rollup.volume()}) {
      for (int step : block.steps()) {
        from = Math.min(from, step * block.stepNanos());
        to = Math.max(to, (step + 1L) * block.stepNanos());
      }
    }
    return new CellBounds(from, to);
  }
}
