package io.opencop.telemetry.memory;

import io.opencop.telemetry.assemble.Conditions;
import io.opencop.telemetry.assemble.Cursors;
import io.opencop.telemetry.assemble.Nanos;
import io.opencop.telemetry.assemble.TraceAssembler;
import io.opencop.telemetry.assemble.TraceSummaries;
import io.opencop.telemetry.assemble.TraceSummaries.Part;
import io.opencop.telemetry.query.Page;
import io.opencop.telemetry.query.SpanRow;
import io.opencop.telemetry.query.Trace;
import io.opencop.telemetry.query.TraceQuery;
import io.opencop.telemetry.query.TraceQuery.Order;
import io.opencop.telemetry.query.TraceSummary;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Traces, by looking at every span. */
final class MemoryTraces {
  private MemoryTraces() {}

  static Optional<Trace> trace(Items all, String traceId) {
    String id = traceId.toLowerCase(Locale.ROOT);
    List<SpanRow> rows =
        all.spans.stream().filter(s -> s.traceId().equals(id)).map(Items.Span::row).toList();
    long logs = all.logs.stream().filter(l -> id.equals(l.row().traceId())).count();
    return rows.isEmpty()
        ? Optional.empty()
        : Optional.of(TraceAssembler.assemble(id, rows, logs, false));
  }

  /** By trace, its best matching span; then those behind the cursor. */
  static Page<TraceSummary> search(List<Items.Span> spans, TraceQuery q) {
    q.attributes().forEach(Conditions::check);
    String kind = "traces " + q.order();
    List<String> after = Cursors.decode(kind, 2, q.cursor());
    Comparator<Items.Span> order =
        Comparator.comparingLong((Items.Span s) -> key(s, q.order()))
            .thenComparing(Items.Span::traceId)
            .reversed();
    Map<String, List<Items.Span>> matching =
        spans.stream()
            .filter(s -> matches(s, q))
            .collect(Collectors.groupingBy(Items.Span::traceId));
    List<Items.Span> rest =
        matching.values().stream()
            .map(m -> m.stream().min(order).orElseThrow())
            .filter(s -> after == null || behind(s, after, q.order()))
            .sorted(order)
            .toList();
    List<Items.Span> items = rest.stream().limit(q.limit()).toList();
    String next = null;
    if (items.size() < rest.size()) {
      Items.Span last = items.getLast();
      next = Cursors.encode(kind, Long.toString(key(last, q.order())), last.traceId());
    }
    return new Page<>(items.stream().map(s -> summary(spans, s)).toList(), next);
  }

  private static long key(Items.Span s, Order order) {
    return order == Order.NEWEST ? s.start() : s.duration();
  }

  private static boolean behind(Items.Span s, List<String> after, Order order) {
    int c = Long.compare(key(s, order), Cursors.number(after.get(0)));
    return c < 0 || (c == 0 && s.traceId().compareTo(after.get(1)) < 0);
  }

  private static boolean matches(Items.Span s, TraceQuery q) {
    SpanRow row = s.row();
    return q.range().contains(Nanos.instant(s.start()))
        && is(q.service(), row.service())
        && is(q.operation(), row.name())
        && is(q.kind(), row.kind())
        && is(q.status(), row.status())
        && (q.minDurationMs() == null || row.durationMs() >= q.minDurationMs())
        && (q.maxDurationMs() == null || row.durationMs() <= q.maxDurationMs())
        && Conditions.match(q.attributes(), row.attributes(), row.resource());
  }

  private static boolean is(String wanted, String value) {
    return wanted == null || wanted.equals(value);
  }

  private static TraceSummary summary(List<Items.Span> spans, Items.Span matched) {
    List<Part> parts =
        spans.stream()
            .filter(s -> s.traceId().equals(matched.traceId()))
            .map(MemoryTraces::part)
            .toList();
    SpanRow m = matched.row();
    return TraceSummaries.of(
        matched.traceId(),
        parts,
        new TraceSummary.Match(
            m.spanId(), m.service(), m.name(), m.start(), m.durationMs(), m.status()));
  }

  private static Part part(Items.Span s) {
    SpanRow r = s.row();
    return new Part(
        r.spanId(), r.parentSpanId(), r.service(), r.name(), s.start(), s.duration(), r.status());
  }
}
