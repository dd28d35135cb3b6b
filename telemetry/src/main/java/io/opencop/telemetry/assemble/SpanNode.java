package io.opencop.telemetry.assemble;

import io.opencop.telemetry.query.SpanRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A span in its tree. Times are nanoseconds since the epoch. */
final class SpanNode {
  final SpanRow row;
  final long duration;
  SpanNode parent;
  final List<SpanNode> children = new ArrayList<>();

  /** Start, moved where the clocks of two machines disagree. */
  long start;

  /**
   * As {@link #start} and the end, but not before the parent's start: no effect before its cause.
   */
  long from;

  long to;

  SpanNode(SpanRow row) {
    this.row = row;
    this.start = Nanos.of(row.start());
    this.duration = Nanos.ofMs(row.durationMs());
  }

  long end() {
    return start + duration;
  }

  boolean otherProcess(SpanNode other) {
    return !Objects.equals(row.service(), other.row.service())
        || !Objects.equals(row.instance(), other.row.instance());
  }
}
