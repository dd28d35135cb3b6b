package io.opencop.telemetry.query;

/** A condition on an attribute. For EXISTS the value is null; GE and LE compare as numbers. */
public record Condition(String key, Op op, String value) {
  /** How the attribute's value relates to the given one. */
  public enum Op {
    EQ,
    NE,
    CONTAINS,
    GE,
    LE,
    EXISTS
  }
}
