package io.opencop.telemetry.assemble;

import io.opencop.telemetry.query.Trace.PathSegment;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/**
 * What the end of a trace waited for, found backwards from the span that ended last: a span waited
 * for the child that ended last before the moment looked at, that child for its own last child, and
 * so on. A child that outlives its parent was not waited for, unless it is what ended last; then
 * the path goes on from its start in its parent. Between a message sent and taken nothing is on the
 * path: it lay in the queue.
 */
final class CriticalPath {
  private final long zero;
  private final SpanNode mainRoot;
  private final List<SpanNode> orphans;
  private final List<PathSegment> backwards = new ArrayList<>();
  private final Deque<Frame> stack = new ArrayDeque<>();

  /** Where the walk stands in one span: everything after the cursor is explained. */
  private static final class Frame {
    final SpanNode node;
    final List<SpanNode> children;
    int next;
    long cursor;

    Frame(SpanNode node, List<SpanNode> children, long cursor) {
      this.node = node;
      this.children = children;
      this.cursor = cursor;
    }
  }

  private CriticalPath(SpanTree tree, long zero) {
    this.zero = zero;
    this.mainRoot = tree.mainRoot();
    this.orphans =
        mainRoot == null ? List.of() : tree.roots.stream().filter(n -> n != mainRoot).toList();
  }

  /**
   * @param zero what the segments are relative to, nanoseconds since the epoch
   */
  static List<PathSegment> of(SpanTree tree, long zero) {
    if (tree.order.isEmpty()) {
      return List.of();
    }
    CriticalPath path = new CriticalPath(tree, zero);
    path.find(tree.order.stream().max(Comparator.comparingLong((SpanNode n) -> n.to)).get());
    Collections.reverse(path.backwards);
    return List.copyOf(path.backwards);
  }

  private void find(SpanNode last) {
    SpanNode top = last;
    while (parent(top) != null && waitedFor(top)) {
      top = parent(top);
    }
    enter(top, top.to);
    run();
    for (SpanNode up = parent(top); up != null; up = parent(up)) {
      enter(up, Math.min(top.from, up.to));
      run();
      top = up;
    }
  }

  private void run() {
    while (!stack.isEmpty()) {
      Frame f = stack.peek();
      SpanNode child = nextWaitedFor(f);
      if (child == null) {
        emit(f.node, f.node.from, f.cursor);
        stack.pop();
      } else {
        emit(f.node, child.to, f.cursor);
        f.cursor = child.from;
        enter(child, child.to);
      }
    }
  }

  private static SpanNode nextWaitedFor(Frame f) {
    while (f.next < f.children.size()) {
      SpanNode child = f.children.get(f.next++);
      if (child.to <= f.cursor && child.to <= f.node.to && child.from < child.to) {
        return child;
      }
    }
    return null;
  }

  private void enter(SpanNode node, long cursor) {
    List<SpanNode> children = new ArrayList<>(node.children);
    if (node == mainRoot) {
      children.addAll(orphans);
    }
    children.sort(Comparator.comparingLong((SpanNode n) -> n.to).reversed());
    stack.push(new Frame(node, children, cursor));
  }

  private void emit(SpanNode node, long from, long to) {
    if (from < to) {
      backwards.add(
          new PathSegment(node.row.spanId(), Nanos.toMs(from - zero), Nanos.toMs(to - zero)));
    }
  }

  /** An orphan hangs below the main root: whatever is missing between them, it belongs there. */
  private SpanNode parent(SpanNode n) {
    return n.parent != null || n == mainRoot ? n.parent : mainRoot;
  }

  private boolean waitedFor(SpanNode n) {
    return n.to <= parent(n).to;
  }
}
