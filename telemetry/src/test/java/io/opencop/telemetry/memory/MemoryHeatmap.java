package io.opencop.telemetry.memory;

import io.opencop.model.TimeRange;
import io.opencop.telemetry.assemble.Nanos;
import io.opencop.telemetry.assemble.Steps;
import io.opencop.telemetry.query.Heatmap;
import io.opencop.telemetry.query.HeatmapQuery;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/** Entry spans by time and duration. */
final class MemoryHeatmap {
  private MemoryHeatmap() {}

  static Heatmap of(List<Items.Span> spans, HeatmapQuery q) {
    TimeRange range = Steps.widen(q.range());
    Duration step = Steps.chooseRed(q.range(), q.columns());
    List<Instant> times = Steps.times(range, step);
    List<Items.Span> entries =
        spans.stream()
            .filter(s -> s.entry() && s.row().service().equals(q.service()))
            .filter(s -> q.operation() == null || q.operation().equals(s.row().name()))
            .filter(s -> range.contains(Nanos.instant(s.start())))
            .toList();
    double[] bounds = bounds(entries, q.rows());
    long[][] counts = new long[times.size()][q.rows()];
    long[][] errors = new long[times.size()][q.rows()];
    for (Items.Span s : entries) {
      int column = Steps.index(range, step, Nanos.instant(s.start()));
      int row = 0;
      while (row < q.rows() - 1 && s.duration() >= bounds[row + 1]) {
        row++;
      }
      counts[column][row]++;
      errors[column][row] += s.error() ? 1 : 0;
    }
    List<Double> boundsMs = new ArrayList<>();
    for (double b : bounds) {
      boundsMs.add(b / 1e6);
    }
    return new Heatmap((int) step.toSeconds(), times, boundsMs, lists(counts), lists(errors));
  }

  private static double[] bounds(List<Items.Span> entries, int rows) {
    LongStream durations = entries.stream().mapToLong(Items.Span::duration);
    var stats = durations.summaryStatistics();
    double low = entries.isEmpty() ? 1e6 : Math.max(1, stats.getMin());
    double high = entries.isEmpty() ? 1e9 : Math.max(stats.getMax() * 1.000001, low * 2);
    double[] bounds = new double[rows + 1];
    for (int i = 0; i <= rows; i++) {
      bounds[i] = low * Math.pow(high / low, (double) i / rows);
    }
    return bounds;
  }

  private static List<List<Long>> lists(long[][] grid) {
    List<List<Long>> lists = new ArrayList<>();
    for (long[] column : grid) {
      lists.add(LongStream.of(column).boxed().toList());
    }
    return lists;
  }
}
