package io.opencop.telemetry.otlp;

/**
 * Reads ExportLogsServiceRequest (OTLP 1.11) straight from its bytes; one view, reused, and no
 * allocation per record. Not thread-safe.
 */
public final class LogReader extends RequestReader<LogHandler> {
  private final LogView view;

  public LogReader(OtlpLimits limits) {
    this(limits, new ReadCounters());
  }

  /**
   * @param counters where this reader counts, perhaps beside others
   */
  public LogReader(OtlpLimits limits, ReadCounters counters) {
    super(limits, counters);
    view = new LogView(limits, counters);
  }

  @Override
  void readItem(byte[] b, int p, int end, LogHandler handler) {
    if (keep(view.read(b, p, end))) {
      handler.log(view);
    }
  }
}
