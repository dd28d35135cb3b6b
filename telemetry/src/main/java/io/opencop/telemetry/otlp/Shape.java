package io.opencop.telemetry.otlp;

/**
 * What must be known of a message type to say whether its bytes are well-formed: which fields are
 * messages themselves, and which hold packed numbers. All else passes as it would through any
 * protobuf parser, known or not.
 */
final class Shape {
  static final Shape ANY_VALUE = new Shape();
  static final Shape KEY_VALUE = new Shape().child(2, ANY_VALUE);
  static final Shape RESOURCE = new Shape().child(1, KEY_VALUE).child(3, new Shape());
  static final Shape SCOPE = new Shape().child(3, KEY_VALUE);
  static final Shape SPAN =
      new Shape()
          .child(9, KEY_VALUE)
          .child(11, new Shape().child(3, KEY_VALUE))
          .child(13, new Shape().child(4, KEY_VALUE))
          .child(15, new Shape());
  static final Shape LOG = new Shape().child(5, ANY_VALUE).child(6, KEY_VALUE);
  static final Shape METRIC = metric();

  private static final int FIELDS = 16;
  private static final byte FIXED = 1;
  private static final byte VARINTS = 2;

  static {
    ANY_VALUE.child(5, new Shape().child(1, ANY_VALUE)).child(6, new Shape().child(1, KEY_VALUE));
  }

  private final Shape[] children = new Shape[FIELDS];
  private final byte[] packed = new byte[FIELDS];

  private Shape() {}

  private static Shape metric() {
    Shape exemplar = new Shape().child(7, KEY_VALUE);
    Shape number = new Shape().child(7, KEY_VALUE).child(5, exemplar);
    Shape histogram =
        new Shape().child(9, KEY_VALUE).child(8, exemplar).packed(6, FIXED).packed(7, FIXED);
    Shape buckets = new Shape().packed(2, VARINTS);
    Shape exponential =
        new Shape().child(1, KEY_VALUE).child(8, buckets).child(9, buckets).child(11, exemplar);
    Shape summary = new Shape().child(7, KEY_VALUE).child(6, new Shape());
    return new Shape()
        .child(5, new Shape().child(1, number))
        .child(7, new Shape().child(1, number))
        .child(9, new Shape().child(1, histogram))
        .child(10, new Shape().child(1, exponential))
        .child(11, new Shape().child(1, summary))
        .child(12, KEY_VALUE);
  }

  private Shape child(int field, Shape shape) {
    children[field] = shape;
    return this;
  }

  private Shape packed(int field, byte kind) {
    packed[field] = kind;
    return this;
  }

  /** Walks the message at [p, end) to its leaves. */
  void walk(byte[] b, int p, int end, int depth) {
    if (depth > OtlpLimits.DEPTH) {
      throw Wire.tooDeep(p);
    }
    while (p < end) {
      long read = Wire.tag(b, p, end);
      int tag = Wire.value(read);
      p = Wire.pos(read);
      if ((tag & 7) == Wire.BYTES) {
        long length = Wire.length(b, p, end);
        p = Wire.pos(length) + Wire.value(length);
        if (tag < FIELDS << 3 && tag > 0) {
          inner(tag >>> 3, b, Wire.pos(length), p, depth);
        }
      } else {
        p = Wire.skip(b, p, end, tag, depth);
      }
    }
  }

  /**
   * True where [p, end) is a KeyValue in the form SDKs write: a key under 128 bytes, then one value
   * that is text, integer, bool or double, and nothing else. Most of what the check walks is this,
   * and this way it costs half.
   */
  static boolean isUsualKeyValue(byte[] b, int p, int end) {
    if (end - p < 4 || b[p] != Tags.KEY || b[p + 1] < 0) {
      return false;
    }
    int value = p + 4 + b[p + 1];
    if (value > end || b[value - 2] != Tags.VALUE || b[value - 1] != end - value) {
      return false; // a length of two bytes has a negative first one, and is equal to none
    }
    int size = end - value;
    if (size < 2) {
      return size == 0;
    }
    return switch (b[value]) {
      case Tags.STRING -> b[value + 1] == size - 2;
      case Tags.INT, Tags.BOOL -> isOneVarint(b, value + 1, end);
      case Tags.DOUBLE -> size == 9;
      default -> false;
    };
  }

  private static boolean isOneVarint(byte[] b, int p, int end) {
    int last = end - 1;
    if (end - p > 10) {
      return false;
    }
    while (p < last && b[p] < 0) {
      p++;
    }
    return p == last && b[p] >= 0;
  }

  /** Walks the length-delimited field at [p, end) of this message, which is at {@code depth}. */
  void inner(int field, byte[] b, int p, int end, int depth) {
    if (field >= FIELDS) {
      return;
    }
    Shape child = children[field];
    if (child != null) {
      child.walk(b, p, end, depth + 1);
    } else if (packed[field] == VARINTS) {
      while (p < end) {
        p = Wire.skipVarint(b, p, end);
      }
    } else if (packed[field] == FIXED && (end - p) % 8 != 0) {
      throw new OtlpMalformedException(p, "packed numbers of a length that is not one of theirs");
    }
  }
}
