package io.opencop.telemetry.memory;

/** The simplest log template there is: every word with a digit is a value. */
final class Masks {
  private Masks() {}

  static String template(String body) {
    return body.replaceAll("\\S*\\d\\S*", "<*>");
  }

  /** 1 to 19 decimal digits. */
  static long id(String body) {
    return Integer.toUnsignedLong(template(body).hashCode());
  }
}
