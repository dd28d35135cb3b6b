package io.opencop.telemetry.otlp;

/**
 * Why a single item of a well-formed request is refused (OTLP partial success). The sentence goes
 * to the sender, in English as the OTLP specification asks, and names the field to mend.
 */
public enum RejectReason {
  TRACE_ID("trace_id must be 16 bytes and not all zero"),
  SPAN_ID("span_id must be 8 bytes and not all zero"),
  PARENT_SPAN_ID("parent_span_id must be 8 bytes or empty"),
  TIME("times must lie before the year 2262 (signed 64-bit nanoseconds)"),
  NO_TIME("time_unix_nano of a data point must be set"),
  NO_VALUE("a number data point must have as_double or as_int, or the no-recorded-value flag"),
  METRIC_NAME("a metric must have a name"),
  BUCKETS("bucket_counts must have one element more than explicit_bounds, or both be empty"),
  BOUNDS("explicit_bounds must be strictly increasing"),
  TOO_MANY_BUCKETS("a data point has more buckets or quantiles than the receiver's limit"),
  BODY("a structured log body is larger than the receiver's limit");

  private final String sentence;

  RejectReason(String sentence) {
    this.sentence = sentence;
  }

  /** What the field must be. */
  public String sentence() {
    return sentence;
  }

  /**
   * The one decision about a span, shared by the check before the journal and the reader behind it.
   *
   * @return null where the span is fine
   */
  static RejectReason ofSpan(
      byte[] b, int traceId, int traceIdLen, int spanId, int spanIdLen, int parentLen, long times) {
    if (traceIdLen != 16 || (Wire.fixed64(b, traceId) | Wire.fixed64(b, traceId + 8)) == 0) {
      return TRACE_ID;
    }
    if (spanIdLen != 8 || Wire.fixed64(b, spanId) == 0) {
      return SPAN_ID;
    }
    if (parentLen != 8 && parentLen != 0) {
      return PARENT_SPAN_ID;
    }
    return times < 0 ? TIME : null;
  }

  /** The one decision about a log record; null where it is fine. */
  static RejectReason ofLog(long times, boolean bodyTooLarge) {
    return times < 0 ? TIME : bodyTooLarge ? BODY : null;
  }

  /** The one decision about a metric data point; null where it is fine. */
  static RejectReason ofPoint(PointView v) {
    if (v.startNanos() < 0 || v.timeNanos() < 0) {
      return TIME;
    }
    if (v.timeNanos() == 0) {
      return NO_TIME;
    }
    return switch (v.metric().kind()) {
      case GAUGE, SUM ->
          v.numberKind() == ValueKind.EMPTY && !v.noRecordedValue() ? NO_VALUE : null;
      case HISTOGRAM -> ofHistogram(v);
      case EXPONENTIAL_HISTOGRAM ->
          v.positive().counts().over() || v.negative().counts().over() ? TOO_MANY_BUCKETS : null;
      case SUMMARY -> v.quantiles().over() ? TOO_MANY_BUCKETS : null;
    };
  }

  private static RejectReason ofHistogram(PointView v) {
    Numbers bounds = v.bounds();
    int counts = v.bucketCounts().size();
    if (v.bucketCounts().over() || bounds.over()) {
      return TOO_MANY_BUCKETS;
    }
    if (counts != bounds.size() + 1 && (counts | bounds.size()) != 0) {
      return v.noRecordedValue() ? null : BUCKETS;
    }
    for (int i = 1; i < bounds.size(); i++) {
      if (!(bounds.real(i - 1) < bounds.real(i))) {
        return BOUNDS;
      }
    }
    return null;
  }
}
