package io.opencop.telemetry.assemble.metric;

import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.Function;

/** Walks a series and finds what each point adds, and over what time. */
final class Increases {
  private Increases() {}

  /** Takes an increase of type {@code V} over {@code (from, to]}. */
  interface Sink<V> {
    void add(long from, long to, V increase);
  }

  /**
   * @param loadFrom where the points begin, nanoseconds
   * @param minus what a point added to the one before; null after a reset
   */
  static <V> void of(
      List<MetricPoint> points,
      boolean delta,
      long loadFrom,
      Function<MetricPoint, V> value,
      BinaryOperator<V> minus,
      Sink<V> sink) {
    MetricPoint before = null;
    for (MetricPoint p : points) {
      if (p.noValue()) {
        before = p;
        continue;
      }
      V v = value.apply(p);
      if (delta) {
        long since = before == null ? p.time() : before.time();
        sink.add(p.start() > 0 ? Math.min(p.start(), p.time()) : since, p.time(), v);
      } else if (before != null && !before.noValue() && !restarted(before, p)) {
        V grown = minus.apply(v, value.apply(before));
        sink.add(before.time(), p.time(), grown == null ? v : grown);
      } else if (before != null && !before.noValue()) {
        sink.add(Math.max(p.start(), before.time()), p.time(), v);
      } else if (p.start() > 0 && p.start() >= (before == null ? loadFrom : before.time())) {
        // The first of a series that began while we looked. Any other first is only a base.
        sink.add(Math.min(p.start(), p.time()), p.time(), v);
      }
      before = p;
    }
  }

  private static boolean restarted(MetricPoint before, MetricPoint p) {
    return before.start() > 0 && p.start() > before.start();
  }
}
