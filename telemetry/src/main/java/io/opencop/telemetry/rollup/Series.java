package io.opencop.telemetry.rollup;

import io.opencop.telemetry.assemble.Nanos;
import io.opencop.telemetry.query.RedPoint;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** RED over time on an even grid. */
final class Series {
  private final long fromNanos;
  private final long stepNanos;
  private final RedSum[] points;

  Series(long fromNanos, long stepNanos, int points) {
    this.fromNanos = fromNanos;
    this.stepNanos = stepNanos;
    this.points = new RedSum[points];
  }

  void add(CellBlock block, int cell, boolean error) {
    long time = block.steps()[cell] * block.stepNanos();
    int at = Math.clamp((time - fromNanos) / stepNanos, 0, points.length - 1);
    if (points[at] == null) {
      points[at] = new RedSum();
    }
    points[at].add(block, cell, error);
  }

  /** Every point of the grid, empty ones too. */
  List<RedPoint> points() {
    List<RedPoint> out = new ArrayList<>(points.length);
    for (int i = 0; i < points.length; i++) {
      Instant time = Nanos.instant(fromNanos + i * stepNanos);
      RedSum sum = points[i];
      out.add(sum == null ? new RedPoint(time, 0, 0, null, null, null) : sum.point(time));
    }
    return out;
  }
}
