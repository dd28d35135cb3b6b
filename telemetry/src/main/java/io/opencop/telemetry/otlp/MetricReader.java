package io.opencop.telemetry.otlp;

/**
 * Reads ExportMetricsServiceRequest (OTLP 1.11) straight from its bytes; one view per level,
 * reused, and no allocation per metric or point. Items are data points. Not thread-safe.
 */
public final class MetricReader extends RequestReader<MetricHandler> {
  private static final int DATA_POINT = 1 << 3 | Wire.BYTES;

  private final MetricView metric;
  private final PointView point;

  public MetricReader(OtlpLimits limits) {
    this(limits, new ReadCounters());
  }

  /**
   * @param counters where this reader counts, perhaps beside others
   */
  public MetricReader(OtlpLimits limits, ReadCounters counters) {
    super(limits, counters);
    metric = new MetricView(limits, counters);
    point = new PointView(metric, limits, counters);
  }

  @Override
  void readItem(byte[] metricBytes, int from, int to, MetricHandler handler) {
    metric.read(metricBytes, from, to);
    boolean named = metric.nameLen() > 0;
    if (named) {
      handler.metric(metric);
    }
    byte[] b = metric.buf();
    int p = metric.dataOff();
    int end = p + metric.dataLen();
    while (p < end) {
      long read = Wire.tag(b, p, end);
      int tag = Wire.value(read);
      int at = Wire.pos(read);
      p = Wire.skip(b, at, end, tag, 0);
      if (tag == DATA_POINT) {
        at = Wire.pos(Wire.length(b, at, end));
        if (keep(named ? point.read(b, at, p) : RejectReason.METRIC_NAME)) {
          handler.point(point);
        }
      }
    }
  }
}
