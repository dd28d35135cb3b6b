package io.opencop.telemetry.assemble;

import java.util.List;
import java.util.Locale;

/** Log severities: OTLP numbers 1..24 in six ranges of four, and their names. */
public final class Severities {
  /** Worst last; {@code unspecified} is number 0 and anything outside 1..24. */
  public static final List<String> NAMES =
      List.of("unspecified", "trace", "debug", "info", "warn", "error", "fatal");

  /** The first number of ERROR. */
  public static final int ERROR = 17;

  private Severities() {}

  public static String name(int number) {
    return number < 1 || number > 24 ? NAMES.getFirst() : NAMES.get((number + 3) / 4);
  }

  /**
   * The first number of the range: info is 9, error is 17; unspecified is 0.
   *
   * @throws IllegalArgumentException naming {@code severity}
   */
  public static int number(String name) {
    int i = NAMES.indexOf(name.toLowerCase(Locale.ROOT));
    if (i < 0) {
      throw new IllegalArgumentException(
          "severity: '" + name + "' is none of " + String.join(", ", NAMES));
    }
    return i == 0 ? 0 : i * 4 - 3;
  }
}
