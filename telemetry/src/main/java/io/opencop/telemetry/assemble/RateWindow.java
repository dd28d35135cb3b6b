package io.opencop.telemetry.assemble;

import io.opencop.model.TimeRange;

/**
 * What a rate is over: the part of the range in which there was anything to count. A service that
 * was started two minutes ago has its rate over two minutes, also where a quarter of an hour is
 * looked at; otherwise its rate would climb for a quarter of an hour, beside a chart that is level.
 */
public final class RateWindow {
  private RateWindow() {}

  /**
   * @param firstNanos time of the first signal in the range, nanoseconds since the epoch; {@link
   *     Long#MAX_VALUE} where there is none
   * @param cellNanos counts are of whole cells of this length, so the window begins with one
   * @return seconds from the start of the first signal's cell to the end of the range
   */
  public static double seconds(TimeRange range, long firstNanos, long cellNanos) {
    long from = Nanos.of(range.from());
    long to = Nanos.of(range.to());
    long first = firstNanos == Long.MAX_VALUE ? from : firstNanos;
    long start = Math.max(from, Math.floorDiv(first, cellNanos) * cellNanos);
    return Math.min(to - from, Math.max(cellNanos, to - start)) / 1e9;
  }
}
