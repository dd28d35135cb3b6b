package io.opencop.telemetry.store;

/**
 * Quoting for the engine. Values go in as arguments; only names and file paths stand in the text.
 */
final class Sql {
  private Sql() {}

  /** A string literal. */
  static String quote(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  /** An identifier. */
  static String name(String identifier) {
    return "\"" + identifier.replace("\"", "\"\"") + "\"";
  }
}
