package io.opencop.telemetry.otlp;

import io.opencop.model.Signal;

/**
 * The look at a request before it is journalled: is it well-formed to the last leaf, how many items
 * does it hold, which of them will the readers reject. Says malformed where protobuf's own parser
 * does, but for two cases: text that is not UTF-8 is let through here and mended by the readers, so
 * that one bad byte does not cost the sender a whole request; and an eleven-byte varint is always
 * refused, where protobuf-java has a gap.
 */
public final class OtlpCheck {
  /**
   * What is in the request.
   *
   * @param items spans, log records or data points, the rejected ones included
   * @param rejected those that the readers will not hand on
   * @param message for the sender: how many were rejected, why, and where the first ones stand;
   *     empty where none were
   */
  public record Result(int items, int rejected, String message) {
    public int accepted() {
      return items - rejected;
    }
  }

  private OtlpCheck() {}

  /**
   * Checks the Export*ServiceRequest at [off, off + len).
   *
   * @throws OtlpMalformedException where it is none; nothing of it may be stored
   */
  public static Result check(Signal signal, byte[] buf, int off, int len, OtlpLimits limits) {
    RequestCheck check =
        switch (signal) {
          case SPANS -> new SpanCheck();
          case LOGS -> new LogCheck(limits);
          case METRICS -> new MetricCheck(limits);
        };
    check.request(buf, off, off + len);
    return check.result();
  }
}
