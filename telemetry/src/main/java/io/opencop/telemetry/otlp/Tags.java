package io.opencop.telemetry.otlp;

/** Tags (field number and wire type) of messages read in more than one place. */
final class Tags {
  // KeyValue
  static final int KEY = 1 << 3 | Wire.BYTES;
  static final int VALUE = 2 << 3 | Wire.BYTES;

  // AnyValue
  static final int STRING = 1 << 3 | Wire.BYTES;
  static final int BOOL = 2 << 3;
  static final int INT = 3 << 3;
  static final int DOUBLE = 4 << 3 | Wire.FIXED64;
  static final int ARRAY = 5 << 3 | Wire.BYTES;
  static final int KVLIST = 6 << 3 | Wire.BYTES;
  static final int BYTES = 7 << 3 | Wire.BYTES;
  static final int STRINDEX = 8 << 3;

  // ArrayValue, KeyValueList
  static final int ELEMENT = 1 << 3 | Wire.BYTES;

  private Tags() {}
}
