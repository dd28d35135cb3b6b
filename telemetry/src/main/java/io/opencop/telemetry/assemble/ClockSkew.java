package io.opencop.telemetry.assemble;

import java.util.ArrayDeque;

/**
 * Two machines' clocks differ by milliseconds, so a server's span can seem to begin before the call
 * or to end after it. Where a SERVER span does not lie inside the CLIENT span of another process
 * that called it, it is moved, with all below it, to the middle of the call (as long as it fits
 * in), or to its begin. Asynchronous work may begin after its cause ended, so it is left alone.
 */
final class ClockSkew {
  private ClockSkew() {}

  /** Moves starts; parents come before children in the tree's order. */
  static void correct(SpanTree tree) {
    for (SpanNode n : tree.order) {
      SpanNode p = n.parent;
      if (p == null || !call(p, n) || (n.start >= p.start && n.end() <= p.end())) {
        continue;
      }
      if (n.duration <= p.duration) {
        shift(n, p.start + (p.duration - n.duration) / 2 - n.start);
      } else if (n.start < p.start) {
        shift(n, p.start - n.start);
      }
    }
  }

  private static boolean call(SpanNode parent, SpanNode child) {
    return "client".equals(parent.row.kind())
        && "server".equals(child.row.kind())
        && child.otherProcess(parent);
  }

  private static void shift(SpanNode root, long delta) {
    ArrayDeque<SpanNode> open = new ArrayDeque<>();
    open.add(root);
    for (SpanNode n = open.poll(); n != null; n = open.poll()) {
      n.start += delta;
      open.addAll(n.children);
    }
  }
}
