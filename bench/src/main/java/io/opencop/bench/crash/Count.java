package io.opencop.bench.crash;

/** Items acknowledged, and those of them missing or found more than once. */
record Count(long acknowledged, long lost, long duplicated) {
  static final Count NONE = new Count(0, 0, 0);

  Count plus(Count other) {
    return new Count(
        acknowledged + other.acknowledged, lost + other.lost, duplicated + other.duplicated);
  }
}
