package io.opencop.telemetry.parquet;

import java.util.List;

/** Puts together what the chunks of a column say. */
final class Summaries {
  private Summaries() {}

  static ColumnSummary of(String name, List<Chunk> chunks) {
    Comparable<?> min = null;
    Comparable<?> max = null;
    long nulls = 0;
    long bytes = 0;
    boolean known = true;
    for (Chunk chunk : chunks) {
      nulls += chunk.nulls;
      bytes += chunk.compressed + chunk.bloomLength;
      if (chunk.bounds.known()) {
        min = min == null || compare(chunk.bounds.min(), min) < 0 ? chunk.bounds.min() : min;
        max = max == null || compare(chunk.bounds.max(), max) > 0 ? chunk.bounds.max() : max;
      } else {
        known &= chunk.nulls == chunk.rows;
      }
    }
    return new ColumnSummary(name, known ? min : null, known ? max : null, nulls, bytes);
  }

  @SuppressWarnings("unchecked") // all chunks of a column have bounds of one type
  private static int compare(Comparable<?> a, Comparable<?> b) {
    // Java orders strings by UTF-16 units; the file orders bytes, that is code points.
    return a instanceof String s
        ? compareCodePoints(s, (String) b)
        : ((Comparable<Object>) a).compareTo(b);
  }

  private static int compareCodePoints(String a, String b) {
    return java.util.Arrays.compareUnsigned(
        a.getBytes(java.nio.charset.StandardCharsets.UTF_8),
        b.getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }
}
