package io.opencop.telemetry.otlp;

/** Reads all of every record. */
final class LogTouch extends Touch implements LogHandler {
  @Override
  public void log(LogView v) {
    text(v.buf(), v.severityTextOff(), v.severityTextLen());
    text(v.buf(), v.eventNameOff(), v.eventNameLen());
    attributes(v.attributes());
    body(v);
  }
}
