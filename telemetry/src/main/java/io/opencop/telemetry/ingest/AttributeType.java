package io.opencop.telemetry.ingest;

import io.opencop.telemetry.otlp.ValueKind;

/** The types an attribute column can have. Arrays, maps and bytes stand in the JSON column. */
public enum AttributeType {
  STRING(ValueKind.STRING),
  INT(ValueKind.INT),
  DOUBLE(ValueKind.DOUBLE),
  BOOL(ValueKind.BOOL);

  private final byte kind;

  AttributeType(byte kind) {
    this.kind = kind;
  }

  byte kind() {
    return kind;
  }

  /** The type a value of this kind asks for, or null where it gets no column. */
  static AttributeType of(byte kind) {
    return switch (kind) {
      case ValueKind.STRING -> STRING;
      case ValueKind.INT -> INT;
      case ValueKind.DOUBLE -> DOUBLE;
      case ValueKind.BOOL -> BOOL;
      default -> null;
    };
  }
}
