package io.opencop.telemetry.otlp;

/** Gets the log records of a request. */
public interface LogHandler extends OtlpHandler {
  /** One record; the view and all it refers to are valid only during the call. */
  void log(LogView log);
}
