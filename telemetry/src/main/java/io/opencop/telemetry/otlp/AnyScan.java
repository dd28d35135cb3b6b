package io.opencop.telemetry.otlp;

/**
 * The bare walk over one AnyValue message: which member of the oneof counts, and where it lies.
 * Reused from value to value.
 */
class AnyScan {
  /** One of {@link ValueKind}. */
  byte kind;

  /** The number in place, or the range (absolute) of text, bytes, array or map. */
  long bits;

  /** Where the first of several arrays (or maps) in a row begins, its tag included. */
  int first;

  /** True where there are several arrays (or maps) in a row: they merge, as protobuf has it. */
  boolean again;

  final void clear() {
    kind = ValueKind.EMPTY;
    bits = 0;
    again = false;
  }

  /** Walks [p, end). Of several members the last one counts. */
  final void scan(byte[] b, int p, int end) {
    clear();
    while (p < end) {
      int start = p;
      long read = Wire.tag(b, p, end);
      int tag = Wire.value(read);
      p = Wire.pos(read);
      switch (tag) {
        case Tags.STRING, Tags.BYTES, Tags.ARRAY, Tags.KVLIST -> {
          long length = Wire.length(b, p, end);
          byte is = (byte) (tag >>> 3);
          again = kind == is && (tag == Tags.ARRAY || tag == Tags.KVLIST);
          first = again ? first : start;
          kind = is;
          bits = Source.range(Wire.pos(length), Wire.value(length));
          p = Wire.pos(length) + Wire.value(length);
        }
        case Tags.BOOL, Tags.INT -> {
          long value = Wire.var64(b, p, end);
          p = Wire.skipVarint(b, p, end);
          clear();
          kind = (byte) (tag >>> 3);
          bits = tag == Tags.BOOL && value != 0 ? 1 : value;
        }
        case Tags.DOUBLE -> {
          int at = p;
          p = Wire.advance(p, 8, end);
          clear();
          kind = ValueKind.DOUBLE;
          bits = Wire.fixed64(b, at);
        }
        case Tags.STRINDEX -> {
          p = Wire.skipVarint(b, p, end);
          clear();
        }
        default -> p = Wire.skip(b, p, end, tag, 0);
      }
    }
  }

  /** The tag of the member that counts; for text, bytes, arrays and maps. */
  final int tag() {
    return kind << 3 | Wire.BYTES;
  }
}
