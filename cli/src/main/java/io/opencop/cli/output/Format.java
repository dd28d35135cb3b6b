package io.opencop.cli.output;

/** {@code -o}: how a result is written. */
public enum Format {
  TABLE,
  WIDE,
  NAME,
  JSON,
  YAML
}
