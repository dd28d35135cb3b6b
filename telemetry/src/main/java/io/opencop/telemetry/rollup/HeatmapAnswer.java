package io.opencop.telemetry.rollup;

import io.opencop.telemetry.assemble.Nanos;
import io.opencop.telemetry.assemble.Steps;
import io.opencop.telemetry.query.Heatmap;
import io.opencop.telemetry.query.HeatmapQuery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Entry spans as a grid of time by duration; rows are evenly spaced on a logarithmic scale. */
public final class HeatmapAnswer {
  private HeatmapAnswer() {}

  public static Heatmap of(RollupView view, HeatmapQuery query) {
    long unit = view.stepNanos();
    long step =
        Math.ceilDiv(Steps.chooseRed(query.range(), query.columns()).toNanos(), unit) * unit;
    long from = Math.floorDiv(Nanos.of(query.range().from()), step) * step;
    int columns = (int) Math.ceilDiv(Nanos.of(query.range().to()) - from, step);
    Sketch[] good = new Sketch[columns];
    Sketch[] bad = new Sketch[columns];
    Sketch all = new Sketch();
    view.scanRed(
        query.range(),
        (k, b, c) -> {
          if (k.service().equals(query.service())
              && (query.operation() == null || k.operation().equals(query.operation()))) {
            int column = Math.clamp((b.steps()[c] * unit - from) / step, 0, columns - 1);
            Sketch[] side = k.error() ? bad : good;
            if (side[column] == null) {
              side[column] = new Sketch();
            }
            b.sketch(c, side[column]);
            b.sketch(c, all);
          }
        });
    double[] bounds = bounds(all, query.rows());
    List<Instant> times = new ArrayList<>();
    List<List<Long>> counts = new ArrayList<>();
    List<List<Long>> errors = new ArrayList<>();
    for (int i = 0; i < columns; i++) {
      times.add(Nanos.instant(from + i * step));
      long[] e = rows(bad[i], bounds);
      long[] n = rows(good[i], bounds);
      for (int r = 0; r < n.length; r++) {
        n[r] += e[r];
      }
      counts.add(list(n));
      errors.add(list(e));
    }
    List<Double> boundsMs = new ArrayList<>();
    for (double b : bounds) {
      boundsMs.add(b / 1e6);
    }
    return new Heatmap((int) (step / 1_000_000_000L), times, boundsMs, counts, errors);
  }

  /** From the shortest to the longest seen; 1 ms to 1 s where nothing was. */
  private static double[] bounds(Sketch all, int rows) {
    long[] span = {Long.MAX_VALUE, 0};
    all.forEach((bucket, n) -> {
      span[0] = Math.min(span[0], Math.max(1, Buckets.lower(bucket)));
      span[1] = Math.max(span[1], Buckets.lower(bucket + 1));
    });
    double low = all.total() == 0 ? 1e6 : span[0];
    double high = all.total() == 0 ? 1e9 : Math.max((double) span[1], low * 2);
    double[] bounds = new double[rows + 1];
    for (int r = 0; r <= rows; r++) {
      bounds[r] = low * Math.pow(high / low, (double) r / rows);
    }
    return bounds;
  }

  private static long[] rows(Sketch sketch, double[] bounds) {
    long[] rows = new long[bounds.length - 1];
    if (sketch != null) {
      double low = Math.log(bounds[0]);
      double perRow = (Math.log(bounds[rows.length]) - low) / rows.length;
      sketch.forEach((bucket, n) -> {
        double at = (Math.log(Math.max(1, Buckets.middle(bucket))) - low) / perRow;
        rows[Math.clamp((long) Math.floor(at), 0, rows.length - 1)] += n;
      });
    }
    return rows;
  }

  private static List<Long> list(long[] values) {
    List<Long> out = new ArrayList<>(values.length);
    for (long v : values) {
      out.add(v);
    }
    return out;
  }
}
