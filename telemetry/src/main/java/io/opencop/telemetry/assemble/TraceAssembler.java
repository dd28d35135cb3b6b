package io.opencop.telemetry.assemble;

import io.opencop.telemetry.query.SpanRow;
import io.opencop.telemetry.query.Trace;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Makes a whole trace of its spans: tree order, self times, critical path.
 *
 * <p>Start and duration of the trace are as the senders' clocks say; {@code startMs} of a span is
 * corrected for {@link ClockSkew}, its {@code start} is not.
 */
public final class TraceAssembler {
  /** Most spans of an answer unless the store was told otherwise; the earliest are kept. */
  public static final int MAX_SPANS = 10_000;

  private TraceAssembler() {}

  /** The same with {@link #MAX_SPANS}. */
  public static Trace assemble(String traceId, List<SpanRow> rows, long logs, boolean truncated) {
    return assemble(traceId, rows, logs, truncated, MAX_SPANS);
  }

  /**
   * @param rows the spans in any order; startMs and selfMs are ignored; not empty
   * @param logs log records with this trace id
   * @param truncated the trace has more spans than given
   * @param most spans of the answer
   */
  public static Trace assemble(
      String traceId, List<SpanRow> rows, long logs, boolean truncated, int most) {
    List<SpanRow> kept = rows;
    if (rows.size() > most) {
      kept =
          rows.stream()
              .sorted(Comparator.comparing(SpanRow::start).thenComparing(SpanRow::spanId))
              .limit(most)
              .toList();
    }
    SpanTree tree = new SpanTree(kept);
    long start = tree.order.stream().mapToLong(n -> n.start).min().orElseThrow();
    long end = tree.order.stream().mapToLong(SpanNode::end).max().orElseThrow();
    ClockSkew.correct(tree);
    for (SpanNode n : tree.order) {
      n.from = n.parent == null ? n.start : Math.max(n.start, n.parent.from);
      n.to = Math.max(n.from, n.end());
    }
    List<SpanRow> spans = new ArrayList<>(tree.order.size());
    for (SpanNode n : tree.order) {
      spans.add(shown(n, start));
    }
    return new Trace(
        traceId,
        Nanos.instant(start),
        Nanos.toMs(end - start),
        List.copyOf(spans),
        CriticalPath.of(tree, start),
        logs,
        truncated || kept.size() < rows.size());
  }

  /** Time of the span in which no child ran. */
  private static long self(SpanNode n) {
    List<SpanNode> children = new ArrayList<>(n.children);
    children.sort(Comparator.comparingLong((SpanNode c) -> c.from));
    long covered = 0;
    long reached = n.start;
    long end = n.end();
    for (SpanNode c : children) {
      long from = Math.max(c.from, reached);
      long to = Math.min(c.to, end);
      if (to > from) {
        covered += to - from;
        reached = to;
      }
    }
    return n.duration - covered;
  }

  private static SpanRow shown(SpanNode n, long zero) {
    SpanRow r = n.row;
    return new SpanRow(
        r.spanId(),
        r.parentSpanId(),
        r.service(),
        r.version(),
        r.instance(),
        r.name(),
        r.kind(),
        r.start(),
        Nanos.toMs(n.start - zero),
        r.durationMs(),
        Nanos.toMs(self(n)),
        r.status(),
        r.statusMessage(),
        r.traceState(),
        r.scope(),
        r.attributes(),
        r.resource(),
        r.events(),
        r.links(),
        r.dropped());
  }
}
