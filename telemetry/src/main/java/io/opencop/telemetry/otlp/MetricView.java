package io.opencop.telemetry.otlp;

/**
 * What the points of one Metric (opentelemetry.proto.metrics.v1) share. {@link #attributes} are the
 * metric's metadata, which describe it and do not identify its series.
 */
public final class MetricView extends ItemView {
  private MetricKind kind;
  private long data;
  private long name;
  private long description;
  private long unit;
  private int temporality;
  private boolean monotonic;

  MetricView(OtlpLimits limits, ReadCounters counters) {
    super(limits, counters);
  }

  /** Null where the sender gave no data. */
  public MetricKind kind() {
    return kind;
  }

  public int nameOff() {
    return source().off(name);
  }

  public int nameLen() {
    return Source.len(name);
  }

  public int descriptionOff() {
    return source().off(description);
  }

  public int descriptionLen() {
    return Source.len(description);
  }

  public int unitOff() {
    return source().off(unit);
  }

  public int unitLen() {
    return Source.len(unit);
  }

  /**
   * AggregationTemporality as sent: 0 unspecified, 1 delta, 2 cumulative; 0 for gauge and summary.
   */
  public int temporality() {
    return temporality;
  }

  /** Of sums. */
  public boolean monotonic() {
    return monotonic;
  }

  /** Where the message with the data points lies in {@link #buf}. */
  int dataOff() {
    return source().off(data);
  }

  int dataLen() {
    return Source.len(data);
  }

  /** Reads the Metric message at [p, end), without its points. */
  void read(byte[] b, int p, int end) {
    reset(b, p, end);
    kind = null;
    data = 0;
    name = 0;
    description = 0;
    unit = 0;
    final int origin = p;
    int first = 0;
    int dataTag = 0;
    boolean again = false;
    while (p < end) {
      int start = p;
      long read = Wire.tag(b, p, end);
      int tag = Wire.value(read);
      p = Wire.pos(read);
      if ((tag & 7) != Wire.BYTES) {
        p = Wire.skip(b, p, end, tag, 0);
        continue;
      }
      long length = Wire.length(b, p, end);
      int at = Wire.pos(length);
      p = at + Wire.value(length);
      switch (tag >>> 3) {
        case 1 -> name = text(b, origin, length);
        case 2 -> description = text(b, origin, length);
        case 3 -> unit = text(b, origin, length);
        case 5, 7, 9, 10, 11 -> {
          // Of several kinds the last one counts; several of that kind in a row merge.
          again = tag == dataTag;
          first = again ? first : start;
          dataTag = tag;
          data = Source.range(at - origin, Wire.value(length));
        }
        case 12 -> attributes().add(b, origin, at, p);
        default -> {}
      }
    }
    kind = MetricKind.ofField(dataTag >>> 3);
    if (again) {
      data = source().merged(b, first, end, dataTag);
    }
    readShared();
  }

  private void readShared() {
    temporality = 0;
    monotonic = false;
    boolean aggregated = kind != MetricKind.GAUGE && kind != MetricKind.SUMMARY;
    byte[] b = buf();
    int p = dataOff();
    int end = p + dataLen();
    while (p < end) {
      long read = Wire.tag(b, p, end);
      int tag = Wire.value(read);
      int at = Wire.pos(read);
      p = Wire.skip(b, at, end, tag, 0);
      if (tag == 2 << 3 && aggregated) {
        temporality = Wire.value(Wire.var32(b, at, end));
      } else if (tag == 3 << 3 && kind == MetricKind.SUM) {
        monotonic = Wire.var64(b, at, end) != 0;
      }
    }
  }
}
