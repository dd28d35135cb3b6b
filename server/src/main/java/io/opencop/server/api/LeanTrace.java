package io.opencop.server.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.opencop.telemetry.query.SpanRow;
import io.opencop.telemetry.query.Trace;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A trace as it is answered. Of a trace of 10,000 spans, attributes and resources are nine tenths
 * of the answer, and a waterfall shows those of one span at a time: lean leaves them out, and
 * {@code getSpan} brings them for the span that is looked at.
 */
record LeanTrace(@JsonUnwrapped Trace trace, boolean lean) {
  /** Up to here {@code detail=auto} is the whole trace: about half a megabyte. */
  static final int FULL_SPANS = 1000;

  /** What a waterfall tells a database call by. */
  private static final Set<String> KEPT = Set.of("db.system.name", "db.system");

  static LeanTrace of(Trace t) {
    List<SpanRow> spans = t.spans().stream().map(LeanTrace::lean).toList();
    Trace lean =
        new Trace(
            t.traceId(),
            t.start(),
            t.durationMs(),
            spans,
            t.criticalPath(),
            t.logs(),
            t.truncated());
    return new LeanTrace(lean, true);
  }

  private static SpanRow lean(SpanRow s) {
    return new SpanRow(
        s.spanId(),
        s.parentSpanId(),
        s.service(),
        null,
        null,
        s.name(),
        s.kind(),
        s.start(),
        s.startMs(),
        s.durationMs(),
        s.selfMs(),
        s.status(),
        s.statusMessage(),
        null,
        null,
        kept(s.attributes()),
        null,
        events(s.events()),
        null,
        null);
  }

  private static Map<String, Object> kept(Map<String, Object> attributes) {
    Map<String, Object> kept =
        attributes.entrySet().stream()
            .filter(a -> KEPT.contains(a.getKey()))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    return kept.isEmpty() ? null : kept;
  }

  private static List<SpanRow.Event> events(List<SpanRow.Event> events) {
    return events.isEmpty()
        ? null
        : events.stream()
            .map(e -> new SpanRow.Event(e.name(), e.time(), e.offsetMs(), null))
            .toList();
  }
}
