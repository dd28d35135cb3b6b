package io.opencop.cli.output;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Numbers as people read them: with a unit and no more digits than they mean. */
public final class Figures {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS", Locale.ROOT);

  private Figures() {}

  public static String count(JsonNode n) {
    return n.isNumber() ? String.format(Locale.ROOT, "%,d", n.asLong()) : "-";
  }

  /** With its noun: {@code 1 span}, {@code 2 spans}. */
  public static String count(JsonNode n, String one, String many) {
    return count(n) + " " + (n.asLong() == 1 ? one : many);
  }

  /** Seconds as the largest unit that says enough: {@code 45 s}, {@code 12 min}, {@code 7 d}. */
  public static String age(JsonNode seconds) {
    if (!seconds.isNumber()) {
      return "-";
    }
    double s = seconds.asDouble();
    double[] units = {86_400, 3_600, 60, 1};
    String[] names = {"d", "h", "min", "s"};
    for (int i = 0; i < units.length; i++) {
      // Two of a unit or more: 36 h says more than 1 d.
      if (s >= 2 * units[i] || i == units.length - 1) {
        return String.format(Locale.ROOT, "%.0f %s", s / units[i], names[i]);
      }
    }
    throw new IllegalStateException();
  }

  public static String millis(JsonNode n) {
    return n.isNumber() ? millis(n.asDouble()) : "-";
  }

  public static String millis(double ms) {
    if (ms >= 10_000) {
      return String.format(Locale.ROOT, "%.1f s", ms / 1000);
    }
    return ms >= 100
        ? String.format(Locale.ROOT, "%.0f ms", ms)
        : String.format(Locale.ROOT, ms >= 10 ? "%.1f ms" : "%.2f ms", ms);
  }

  public static String percent(JsonNode ratio) {
    if (!ratio.isNumber()) {
      return "-";
    }
    double p = ratio.asDouble() * 100;
    return p == 0 ? "0 %" : String.format(Locale.ROOT, p < 1 ? "%.2f %%" : "%.1f %%", p);
  }

  public static String rate(JsonNode perSecond) {
    if (!perSecond.isNumber()) {
      return "-";
    }
    double r = perSecond.asDouble();
    return String.format(Locale.ROOT, r >= 100 ? "%,.0f/s" : r >= 1 ? "%.1f/s" : "%.2f/s", r);
  }

  public static String bytes(JsonNode n) {
    if (!n.isNumber()) {
      return "-";
    }
    double b = n.asDouble();
    String[] units = {"B", "KiB", "MiB", "GiB", "TiB"};
    int u = 0;
    while (b >= 1024 && u < units.length - 1) {
      b /= 1024;
      u++;
    }
    return String.format(Locale.ROOT, u == 0 || b >= 100 ? "%.0f %s" : "%.1f %s", b, units[u]);
  }

  /** In the reader's zone, to the millisecond. */
  public static String time(JsonNode rfc3339) {
    if (!rfc3339.isTextual()) {
      return "-";
    }
    return TIME.format(Instant.parse(rfc3339.asText()).atZone(ZoneId.systemDefault()));
  }

  public static String text(JsonNode n) {
    if (n.isMissingNode() || n.isNull()) {
      return "-";
    }
    return n.isValueNode() ? n.asText() : n.toString();
  }
}
