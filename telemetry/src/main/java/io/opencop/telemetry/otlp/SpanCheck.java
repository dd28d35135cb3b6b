package io.opencop.telemetry.otlp;

/** Spans, in one pass: this is the hot one. */
final class SpanCheck extends RequestCheck {
  SpanCheck() {
    super("spans", "resource_spans[%d].scope_spans[%d].spans[%d]");
  }

  @Override
  void item(byte[] b, int p, int end) {
    int traceAt = p;
    int traceLength = 0;
    int spanAt = p;
    int spanLength = 0;
    int parentLength = 0;
    long start = 0;
    long finish = 0;
    while (p < end) {
      long read = Wire.tag(b, p, end);
      int tag = Wire.value(read);
      p = Wire.pos(read);
      if ((tag & 7) == Wire.BYTES) {
        long length = Wire.length(b, p, end);
        int at = Wire.pos(length);
        p = at + Wire.value(length);
        switch (tag >>> 3) {
          case 9 -> {
            if (!Shape.isUsualKeyValue(b, at, p)) {
              Shape.KEY_VALUE.walk(b, at, p, ITEM_DEPTH + 1);
            }
          }
          case 1 -> {
            traceAt = at;
            traceLength = p - at;
          }
          case 2 -> {
            spanAt = at;
            spanLength = p - at;
          }
          case 4 -> parentLength = p - at;
          default -> Shape.SPAN.inner(tag >>> 3, b, at, p, ITEM_DEPTH);
        }
      } else {
        int at = p;
        p = Wire.skip(b, p, end, tag, ITEM_DEPTH);
        if (tag == (7 << 3 | Wire.FIXED64)) {
          start = Wire.fixed64(b, at);
        } else if (tag == (8 << 3 | Wire.FIXED64)) {
          finish = Wire.fixed64(b, at);
        }
      }
    }
    count(
        RejectReason.ofSpan(
            b, traceAt, traceLength, spanAt, spanLength, parentLength, start | finish));
  }
}
