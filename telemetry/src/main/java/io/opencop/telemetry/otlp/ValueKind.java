package io.opencop.telemetry.otlp;

/**
 * The kinds of an AnyValue (opentelemetry.proto.common.v1), numbered as its oneof is. Plain bytes,
 * because views hold one per attribute.
 */
public final class ValueKind {
  /**
   * No value. Also what the profiles-only string_value_strindex counts as, as the specification
   * asks of receivers of other signals.
   */
  public static final byte EMPTY = 0;

  public static final byte STRING = 1;
  public static final byte BOOL = 2;
  public static final byte INT = 3;
  public static final byte DOUBLE = 4;

  /** The range holds the encoded ArrayValue message. */
  public static final byte ARRAY = 5;

  /** The range holds the encoded KeyValueList message. */
  public static final byte KVLIST = 6;

  public static final byte BYTES = 7;

  private ValueKind() {}

  /** True where the value is a number in place (BOOL as 0 or 1, DOUBLE as its bits). */
  public static boolean inPlace(byte kind) {
    return kind == BOOL || kind == INT || kind == DOUBLE;
  }
}
