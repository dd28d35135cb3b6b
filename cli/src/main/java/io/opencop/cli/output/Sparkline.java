package io.opencop.cli.output;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A series in one line: eight heights between its least and its greatest value, a gap where none.
 */
public final class Sparkline {
  private static final String HEIGHTS = "▁▂▃▄▅▆▇█";

  private Sparkline() {}

  public static String of(JsonNode values, int width) {
    double least = Double.POSITIVE_INFINITY;
    double greatest = Double.NEGATIVE_INFINITY;
    for (JsonNode v : values) {
      if (v.isNumber()) {
        least = Math.min(least, v.asDouble());
        greatest = Math.max(greatest, v.asDouble());
      }
    }
    StringBuilder out = new StringBuilder();
    int n = values.size();
    for (int i = 0; i < Math.min(width, n); i++) {
      // The last points are the ones people look at, so the line ends with the newest.
      JsonNode v = values.get(n <= width ? i : n - width + i);
      out.append(v.isNumber() ? height(v.asDouble(), least, greatest) : ' ');
    }
    return out.toString();
  }

  private static char height(double v, double least, double greatest) {
    double share = greatest > least ? (v - least) / (greatest - least) : 0;
    return HEIGHTS.charAt((int) Math.min(7, Math.floor(share * 8)));
  }
}
