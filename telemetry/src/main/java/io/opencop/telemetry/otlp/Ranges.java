package io.opencop.telemetry.otlp;

import java.util.Arrays;

/** A growing list of byte ranges: the events, links or exemplars of one item. */
final class Ranges {
  private final Source source;
  private int size;
  private long[] ranges = new long[4];

  Ranges(Source source) {
    this.source = source;
  }

  void clear() {
    size = 0;
  }

  int size() {
    return size;
  }

  int off(int i) {
    return source.off(ranges[i]);
  }

  int len(int i) {
    return Source.len(ranges[i]);
  }

  void add(int relative, int len) {
    if (size == ranges.length) {
      ranges = Arrays.copyOf(ranges, 2 * size);
    }
    ranges[size++] = Source.range(relative, len);
  }
}
