package io.opencop.telemetry.otlp;

/** Gets the spans of a request. */
public interface SpanHandler extends OtlpHandler {
  /** One span; the view and all it refers to are valid only during the call. */
  void span(SpanView span);
}
