package io.opencop.telemetry.otlp;

/**
 * Reads ExportTraceServiceRequest (OTLP 1.11) straight from its bytes; one view, reused, and no
 * allocation per span. Not thread-safe.
 */
public final class SpanReader extends RequestReader<SpanHandler> {
  private final SpanView view;

  public SpanReader(OtlpLimits limits) {
    this(limits, new ReadCounters());
  }

  /**
   * @param counters where this reader counts, perhaps beside others
   */
  public SpanReader(OtlpLimits limits, ReadCounters counters) {
    super(limits, counters);
    view = new SpanView(limits, counters);
  }

  @Override
  void readItem(byte[] b, int p, int end, SpanHandler handler) {
    if (keep(view.read(b, p, end))) {
      handler.span(view);
    }
  }
}
