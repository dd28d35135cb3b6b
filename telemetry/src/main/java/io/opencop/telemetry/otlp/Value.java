package io.opencop.telemetry.otlp;

/** One AnyValue taken apart, its range relative to the source, cut and mended where need be. */
final class Value extends AnyScan {
  private final Source source;

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

  /** Reads the AnyValue message at [p, end); see {@link Source#text} for the origin. */
  void read(byte[] b, int origin, int p, int end, int max) {
    scan(b, p, end);
    if (kind == ValueKind.STRING) {
      bits = source.text(b, origin, (int) (bits >>> 32), (int) bits, max);
    } else if (again) {
      bits = source.merged(b, first, end, tag());
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
