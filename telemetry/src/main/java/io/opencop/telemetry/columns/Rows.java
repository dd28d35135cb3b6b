package io.opencop.telemetry.columns;

/** Which rows of a table, and in which order. */
public sealed interface Rows {

  /** How many rows. */
  int size();

  /**
   * A part of these rows, by position.
   *
   * @param from first position, inclusive
   * @param to last position, exclusive
   */
  Rows slice(int from, int to);

  /**
   * The rows {@code from} (inclusive) to {@code to} (exclusive) as they stand.
   *
   * @param from first row
   * @param to row behind the last
   */
  record Range(int from, int to) implements Rows {
    /** Checks that the range is not negative. */
    public Range {
      if (from < 0 || to < from) {
        throw new IllegalArgumentException("rows " + from + " to " + to);
      }
    }

    @Override
    public int size() {
      return to - from;
    }

    @Override
    public Range slice(int sliceFrom, int sliceTo) {
      return new Range(from + sliceFrom, from + sliceTo);
    }
  }

  /**
   * The rows {@code permutation[from]} to {@code permutation[to - 1]}, in that order. The array is
   * not copied: rows of a seal are many.
   *
   * @param permutation row numbers
   * @param from first position
   * @param to position behind the last
   */
  @SuppressWarnings("ArrayRecordComponent") // shared on purpose, never compared
  record Order(int[] permutation, int from, int to) implements Rows {
    /** Checks that the positions lie in the array. */
    public Order {
      if (from < 0 || to < from || to > permutation.length) {
        throw new IllegalArgumentException(
            "positions " + from + " to " + to + " of " + permutation.length);
      }
    }

    @Override
    public int size() {
      return to - from;
    }

    @Override
    public Order slice(int sliceFrom, int sliceTo) {
      return new Order(permutation, from + sliceFrom, from + sliceTo);
    }
  }
}
