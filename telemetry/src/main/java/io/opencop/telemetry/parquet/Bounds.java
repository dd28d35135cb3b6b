package io.opencop.telemetry.parquet;

/** Smallest and largest value of a chunk: for the file's statistics, and as Java values. */
@SuppressWarnings("ArrayRecordComponent") // written as they are, never compared
record Bounds(Comparable<?> min, Comparable<?> max, byte[] minBytes, byte[] maxBytes) {
  static final Bounds NONE = new Bounds(null, null, null, null);

  boolean known() {
    return min != null;
  }
}
