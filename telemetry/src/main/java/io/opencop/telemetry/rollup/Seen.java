package io.opencop.telemetry.rollup;

import io.opencop.model.TimeRange;
import io.opencop.telemetry.assemble.Nanos;
import io.opencop.telemetry.assemble.RateWindow;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Since when each service sent anything in a range, be it spans, logs or metrics. */
final class Seen {
  private final TimeRange range;
  private final long cellNanos;
  private final Map<String, Long> first = new HashMap<>();
  private long earliest = Long.MAX_VALUE;

  Seen(RollupView view, TimeRange range) {
    this.range = range;
    cellNanos = view.stepNanos();
    view.runs(
        Rollup::volume,
        view.keys().volume,
        range,
        (k, b, from, to) -> {
          long start = b.steps()[from] * b.stepNanos(); // a key's cells stand in order of time
          first.merge(k.service(), start, Math::min);
          earliest = Math.min(earliest, start);
        });
  }

  boolean service(String service) {
    return first.containsKey(service);
  }

  /** What rates of a service are over, and of the calls it counted. */
  double seconds(String service) {
    return since(first.getOrDefault(service, Long.MAX_VALUE));
  }

  /** The end of a last step, which may lie ahead, as a time that was seen. */
  Instant last(long stepEndNanos) {
    return Nanos.instant(Math.min(stepEndNanos, Nanos.of(range.to())));
  }

  /** What rates of the whole platform are over. */
  double seconds() {
    return since(earliest);
  }

  /** What the rate of a part of a service is over, which began at {@code nanos}. */
  double since(long nanos) {
    return RateWindow.seconds(range, nanos, cellNanos);
  }
}
