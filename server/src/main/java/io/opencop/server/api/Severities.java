package io.opencop.server.api;

/** Names of severities to the least OTLP number of each (OTLP, SeverityNumber). */
final class Severities {
  private Severities() {}

  /** 0 for null: any. */
  static int least(String name) {
    return switch (name) {
      case null -> 0;
      case "trace" -> 1;
      case "debug" -> 5;
      case "info" -> 9;
      case "warn" -> 13;
      case "error" -> 17;
      case "fatal" -> 21;
      default -> throw new IllegalArgumentException("severity: " + name);
    };
  }
}
