package io.opencop.server.api;

import io.opencop.telemetry.query.SpanRow;
import io.opencop.telemetry.query.Trace;
import java.lang.ref.SoftReference;
import java.util.Optional;

/**
 * The large trace that was last answered without its attributes. Whoever looks at it goes from span
 * to span, and reading ten thousand of them for each would take half a second. Given up when memory
 * is short; what is not found here is read.
 */
final class RecentTrace {
  private volatile SoftReference<Trace> last = new SoftReference<>(null);

  void keep(Trace trace) {
    last = new SoftReference<>(trace);
  }

  Optional<SpanRow> span(String traceId, String spanId) {
    Trace trace = last.get();
    return trace == null || !trace.traceId().equals(traceId) ? Optional.empty() : in(trace, spanId);
  }

  /** The first of a trace's spans with this id. */
  static Optional<SpanRow> in(Trace trace, String spanId) {
    return trace.spans().stream().filter(s -> s.spanId().equals(spanId)).findFirst();
  }
}
