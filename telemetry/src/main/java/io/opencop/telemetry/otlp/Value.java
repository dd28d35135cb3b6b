package io.opencop.telemetry.otlp;

/** One AnyValue taken apart: its kind, and a number or a range of the source. Reused. */
final class Value {
  private final Source source;
  private byte kind;
  private long bits;

  Value(Source source) {
    this.source = source;
  }

  byte kind() {
    return kind;
  }

  /** The number in place, or the packed range, according to the kind. */
  long bits() {
    return bits;
  }

  void clear() {
    kind = ValueKind.EMPTY;
    bits = 0;
  }

  /**
   * Reads the AnyValue message at [p, end). Of several members of the oneof the last one counts;
   * arrays and maps that follow each other merge, as protobuf has it.
   */
  void read(byte[] b, int origin, int p, int end, int max) {
    clear();
    int first = 0;
    boolean again = false;
    while (p < end) {
      int start = p;
      long read = Wire.tag(b, p, end);
      int tag = Wire.value(read);
      p = Wire.pos(read);
      switch (tag) {
        case Tags.STRING, Tags.BYTES, Tags.ARRAY, Tags.KVLIST -> {
          long length = Wire.length(b, p, end);
          byte is = (byte) (tag >>> 3);
          if (kind == is && (tag == Tags.ARRAY || tag == Tags.KVLIST)) {
            again = true;
          } else {
            first = start;
            again = false;
          }
          kind = is;
          bits = Source.range(Wire.pos(length), Wire.value(length));
          p = Wire.pos(length) + Wire.value(length);
        }
        case Tags.BOOL, Tags.INT -> {
          bits = Wire.var64(b, p, end);
          p = Wire.skipVarint(b, p, end);
          kind = (byte) (tag >>> 3);
          if (tag == Tags.BOOL) {
            bits = bits == 0 ? 0 : 1;
          }
        }
        case Tags.DOUBLE -> {
          int at = p;
          p = Wire.advance(p, 8, end);
          bits = Wire.fixed64(b, at);
          kind = ValueKind.DOUBLE;
        }
        case Tags.STRINDEX -> {
          p = Wire.skipVarint(b, p, end);
          clear();
        }
        default -> p = Wire.skip(b, p, end, tag, 0);
      }
    }
    if (kind == ValueKind.STRING) {
      bits = source.text(b, origin, (int) (bits >>> 32), (int) bits, max);
    } else if (again) {
      bits = source.merged(b, first, end, kind << 3 | Wire.BYTES);
    } else if (kind >= ValueKind.ARRAY) {
      bits = cutBytes(Source.range((int) (bits >>> 32) - origin, (int) bits), max);
    }
  }

  private long cutBytes(long range, int max) {
    if (kind == ValueKind.BYTES && Source.len(range) > max) {
      source.counters().textCut();
      return Source.range((int) (range >>> 32), max);
    }
    return range;
  }
}
