package io.opencop.bench.report;

import java.util.Locale;

/**
 * A figure of the design's table, or one beside it.
 *
 * @param name as in the JSON
 * @param value measured; NaN where it was not
 * @param target what is to be reached; NaN where there is none
 * @param more whether more is better
 * @param inJson whether it is one of the names a program may rely on
 */
public record Figure(
    String name, String en, String ko, double value, double target, boolean more, boolean inJson) {

  /** At least this much. */
  public static Figure atLeast(String name, double value, double target, String en, String ko) {
    return new Figure(name, en, ko, value, target, true, true);
  }

  /** At most this much. */
  public static Figure atMost(String name, double value, double target, String en, String ko) {
    return new Figure(name, en, ko, value, target, false, true);
  }

  /** For the JSON, with nothing to be reached. */
  public static Figure measured(String name, double value, String en, String ko) {
    return new Figure(name, en, ko, value, Double.NaN, true, true);
  }

  /** Shown in the table only. */
  public static Figure beside(String en, String ko, double value) {
    return new Figure(en, en, ko, value, Double.NaN, true, false);
  }

  /** Shown in the table only, with a bound. */
  public static Figure bounded(String en, String ko, double value, double target) {
    return new Figure(en, en, ko, value, target, false, false);
  }

  /** Counted, for the JSON. */
  public static Figure count(String name, long value, String en, String ko) {
    return new Figure(name, en, ko, (double) value, Double.NaN, true, true);
  }

  boolean hasTarget() {
    return !Double.isNaN(target);
  }

  /** False where there is a target and the value misses it. */
  boolean isReached() {
    return !hasTarget() || (more ? value >= target : value <= target);
  }

  static String number(double value) {
    if (Double.isNaN(value)) {
      return "-";
    }
    double size = Math.abs(value);
    if (size >= 1000) {
      return String.format(Locale.ROOT, "%,.0f", value);
    }
    if (value == Math.rint(value)) {
      return String.format(Locale.ROOT, "%.0f", value);
    }
    return String.format(Locale.ROOT, size >= 100 ? "%.1f" : size >= 1 ? "%.2f" : "%.3f", value);
  }
}
