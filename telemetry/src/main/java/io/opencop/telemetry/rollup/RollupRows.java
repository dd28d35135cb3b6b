package io.opencop.telemetry.rollup;

import io.opencop.model.TimeRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Roll-up cells as rows for SQL. Times are nanoseconds, durations milliseconds. */
public final class RollupRows {
  private final RollupView view;

  public RollupRows(RollupView view) {
    this.view = view;
  }

  /** time, step_s, service, version, operation, kind, root, error, count, sum, p50, p95, p99. */
  public List<Object[]> red(TimeRange range) {
    List<Object[]> rows = new ArrayList<>();
    view.scanRed(
        range,
        (k, b, c) ->
            rows.add(
                row(b, c, k.service(), k.version(), k.operation(), k.kind(), k.root(), k.error())));
    return rows;
  }

  /** time, step_s, service, peer_kind, peer, system, inbound, error, count, sum, p50, p95, p99. */
  public List<Object[]> edges(TimeRange range) {
    List<Object[]> rows = new ArrayList<>();
    view.scanEdges(
        range,
        (k, b, c) ->
            rows.add(
                row(
                    b,
                    c,
                    k.service(),
                    k.peer().kind().name().toLowerCase(Locale.ROOT),
                    k.peer().name(),
                    k.peer().system(),
                    k.inbound(),
                    k.error())));
    return rows;
  }

  private static Object[] row(CellBlock block, int cell, Object... key) {
    Object[] row = new Object[key.length + 7];
    row[0] = block.steps()[cell] * block.stepNanos();
    row[1] = block.stepNanos() / 1_000_000_000L;
    System.arraycopy(key, 0, row, 2, key.length);
    Sketch sketch = new Sketch();
    block.sketch(cell, sketch);
    int at = key.length + 2;
    row[at] = block.counts()[cell];
    row[at + 1] = block.sums()[cell] / 1e6;
    row[at + 2] = sketch.quantileMs(0.5);
    row[at + 3] = sketch.quantileMs(0.95);
    row[at + 4] = sketch.quantileMs(0.99);
    return row;
  }
}
