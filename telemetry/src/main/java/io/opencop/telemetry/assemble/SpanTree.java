package io.opencop.telemetry.assemble;

import io.opencop.telemetry.query.SpanRow;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The tree of a trace, whatever the senders got wrong: a span whose parent is missing is a root; of
 * several spans with one id, children belong to the one in their own service; a cycle is cut at its
 * earliest span.
 */
final class SpanTree {
  /** Parents before children, siblings by start. */
  final List<SpanNode> order = new ArrayList<>();

  final List<SpanNode> roots = new ArrayList<>();

  SpanTree(List<SpanRow> rows) {
    List<SpanNode> nodes =
        rows.stream()
            .sorted(
                Comparator.comparing(SpanRow::start)
                    .thenComparing(Comparator.comparingDouble(SpanRow::durationMs).reversed())
                    .thenComparing(SpanRow::spanId)
                    .thenComparing(SpanRow::name))
            .map(SpanNode::new)
            .toList();
    findParents(nodes);
    cutCycles(nodes);
    for (SpanNode n : nodes) {
      (n.parent == null ? roots : n.parent.children).add(n);
    }
    walk();
  }

  /** The one span without parent id, which the orphans belong to somehow; null without just one. */
  SpanNode mainRoot() {
    List<SpanNode> real = roots.stream().filter(n -> n.row.parentSpanId() == null).toList();
    return real.size() == 1 ? real.getFirst() : null;
  }

  private static void findParents(List<SpanNode> nodes) {
    Map<String, List<SpanNode>> byId = new HashMap<>();
    for (SpanNode n : nodes) {
      byId.computeIfAbsent(n.row.spanId(), id -> new ArrayList<>()).add(n);
    }
    for (SpanNode n : nodes) {
      List<SpanNode> candidates = byId.getOrDefault(n.row.parentSpanId(), List.of());
      n.parent =
          candidates.stream()
              .filter(p -> p != n && Objects.equals(p.row.service(), n.row.service()))
              .findFirst()
              .orElse(candidates.stream().filter(p -> p != n).findFirst().orElse(null));
    }
  }

  private static void cutCycles(List<SpanNode> nodes) {
    Set<SpanNode> done = new HashSet<>();
    for (SpanNode n : nodes) {
      Set<SpanNode> path = new HashSet<>();
      SpanNode at = n;
      while (at != null && path.add(at) && !done.contains(at)) {
        at = at.parent;
      }
      if (at != null && !done.contains(at)) {
        earliestOfCycle(at, nodes).parent = null;
      }
      done.addAll(path);
    }
  }

  private static SpanNode earliestOfCycle(SpanNode inCycle, List<SpanNode> nodes) {
    Set<SpanNode> cycle = new HashSet<>();
    for (SpanNode at = inCycle; cycle.add(at); at = at.parent) {}
    return nodes.stream().filter(cycle::contains).findFirst().orElse(inCycle);
  }

  private void walk() {
    Deque<SpanNode> open = new ArrayDeque<>(roots.reversed());
    for (SpanNode n = open.pollLast(); n != null; n = open.pollLast()) {
      order.add(n);
      open.addAll(n.children.reversed());
    }
  }
}
