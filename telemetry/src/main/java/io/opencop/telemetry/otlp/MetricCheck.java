package io.opencop.telemetry.otlp;

/** Metrics: the structure first, then each point's own numbers, by the reader's own code. */
final class MetricCheck extends RequestCheck {
  private static final int DATA_POINT = 1 << 3 | Wire.BYTES;

  private final MetricView metric;
  private final PointView point;
  private int inMetric;

  MetricCheck(OtlpLimits limits) {
    super("data points", "resource_metrics[%d].scope_metrics[%d].metrics[%d]");
    ReadCounters counters = new ReadCounters();
    metric = new MetricView(limits, counters);
    point = new PointView(metric, limits, counters);
  }

  @Override
  void item(byte[] bytes, int from, int to) {
    Shape.METRIC.walk(bytes, from, to, ITEM_DEPTH);
    metric.read(bytes, from, to);
    inMetric = -1;
    byte[] b = metric.buf();
    int p = metric.dataOff();
    int end = p + metric.dataLen();
    while (p < end) {
      long read = Wire.tag(b, p, end);
      int tag = Wire.value(read);
      int at = Wire.pos(read);
      p = Wire.skip(b, at, end, tag, 0);
      if (tag == DATA_POINT) {
        inMetric++;
        at = Wire.pos(Wire.length(b, at, end));
        count(metric.nameLen() == 0 ? RejectReason.METRIC_NAME : point.read(b, at, p));
      }
    }
  }

  @Override
  String where() {
    return super.where() + ".data_points[" + inMetric + "]";
  }
}
