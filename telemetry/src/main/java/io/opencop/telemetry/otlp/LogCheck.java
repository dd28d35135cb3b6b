package io.opencop.telemetry.otlp;

/** Log records. Only one larger than the body limit needs a closer look at its body. */
final class LogCheck extends RequestCheck {
  private final OtlpLimits limits;

  LogCheck(OtlpLimits limits) {
    super("log records", "resource_logs[%d].scope_logs[%d].log_records[%d]");
    this.limits = limits;
  }

  @Override
  void item(byte[] b, int from, int end) {
    int p = from;
    long time = 0;
    long observed = 0;
    while (p < end) {
      long read = Wire.tag(b, p, end);
      int tag = Wire.value(read);
      int at = Wire.pos(read);
      p = Wire.skip(b, at, end, tag, ITEM_DEPTH);
      if ((tag & 7) == Wire.BYTES) {
        Shape.LOG.inner(tag >>> 3, b, Wire.pos(Wire.length(b, at, end)), p, ITEM_DEPTH);
      } else if (tag == (1 << 3 | Wire.FIXED64)) {
        time = Wire.fixed64(b, at);
      } else if (tag == (11 << 3 | Wire.FIXED64)) {
        observed = Wire.fixed64(b, at);
      }
    }
    count(
        end - from > limits.bodyBytes()
            ? new LogView(limits, new ReadCounters()).read(b, from, end)
            : RejectReason.ofLog(time | observed, false));
  }
}
