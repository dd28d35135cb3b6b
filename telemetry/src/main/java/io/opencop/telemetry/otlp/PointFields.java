package io.opencop.telemetry.otlp;

/** The fields of the four data point messages, by number; what they share is read by one method. */
final class PointFields {
  private PointFields() {}

  static void read(PointView v, MetricKind kind, byte[] b, int p, int end) {
    int origin = p;
    while (p < end) {
      long read = Wire.tag(b, p, end);
      int tag = Wire.value(read);
      int at = Wire.pos(read);
      p = Wire.skip(b, at, end, tag, 0);
      int field = tag >>> 3;
      switch (tag & 7) {
        case Wire.BYTES -> {
          int start = Wire.pos(Wire.length(b, at, end));
          bytes(v, kind, field, b, origin, start, p);
        }
        case Wire.FIXED64 -> fixed(v, kind, field, Wire.fixed64(b, at));
        case Wire.VARINT -> varint(v, kind, field, Wire.value(Wire.var32(b, at, end)));
        default -> {}
      }
    }
  }

  private static void bytes(
      PointView v, MetricKind kind, int field, byte[] b, int origin, int p, int end) {
    switch (kind) {
      case GAUGE, SUM -> {
        if (field == 7) {
          v.attributes().add(b, origin, p, end);
        } else if (field == 5) {
          v.addExemplar(p - origin, end - p);
        }
      }
      case HISTOGRAM -> {
        switch (field) {
          case 9 -> v.attributes().add(b, origin, p, end);
          case 6 -> v.bucketCounts().addFixed(b, p, end);
          case 7 -> v.bounds().addFixed(b, p, end);
          case 8 -> v.addExemplar(p - origin, end - p);
          default -> {}
        }
      }
      case EXPONENTIAL_HISTOGRAM -> {
        switch (field) {
          case 1 -> v.attributes().add(b, origin, p, end);
          case 8 -> v.positive().read(b, p, end);
          case 9 -> v.negative().read(b, p, end);
          case 11 -> v.addExemplar(p - origin, end - p);
          default -> {}
        }
      }
      case SUMMARY -> {
        if (field == 7) {
          v.attributes().add(b, origin, p, end);
        } else if (field == 6) {
          quantile(v, b, p, end);
        }
      }
    }
  }

  private static void quantile(PointView v, byte[] b, int p, int end) {
    long quantile = 0;
    long value = 0;
    while (p < end) {
      long read = Wire.tag(b, p, end);
      int tag = Wire.value(read);
      int at = Wire.pos(read);
      p = Wire.skip(b, at, end, tag, 0);
      if (tag == (1 << 3 | Wire.FIXED64)) {
        quantile = Wire.fixed64(b, at);
      } else if (tag == (2 << 3 | Wire.FIXED64)) {
        value = Wire.fixed64(b, at);
      }
    }
    v.quantiles().add(quantile);
    v.quantileValues().add(value);
  }

  private static void fixed(PointView v, MetricKind kind, int field, long bits) {
    if (field == 2) {
      v.startNanos = bits;
    } else if (field == 3) {
      v.timeNanos = bits;
    } else if (kind == MetricKind.GAUGE || kind == MetricKind.SUM) {
      if (field == 4 || field == 6) {
        v.numberKind = field == 4 ? ValueKind.DOUBLE : ValueKind.INT;
        v.number = bits;
      }
    } else if (field == 4) {
      v.count = bits;
    } else if (field == 5) {
      v.sum(bits);
    } else if (kind == MetricKind.HISTOGRAM) {
      switch (field) {
        case 6 -> v.bucketCounts().add(bits);
        case 7 -> v.bounds().add(bits);
        case 11 -> v.min(bits);
        case 12 -> v.max(bits);
        default -> {}
      }
    } else if (kind == MetricKind.EXPONENTIAL_HISTOGRAM) {
      switch (field) {
        case 7 -> v.zeroCount = bits;
        case 12 -> v.min(bits);
        case 13 -> v.max(bits);
        case 14 -> v.zeroThreshold = Double.longBitsToDouble(bits);
        default -> {}
      }
    }
  }

  private static void varint(PointView v, MetricKind kind, int field, int value) {
    boolean histogram = kind == MetricKind.HISTOGRAM || kind == MetricKind.EXPONENTIAL_HISTOGRAM;
    if (field == (histogram ? 10 : 8)) {
      v.flags = value;
    } else if (field == 6 && kind == MetricKind.EXPONENTIAL_HISTOGRAM) {
      v.scale = (value >>> 1) ^ -(value & 1);
    }
  }
}
