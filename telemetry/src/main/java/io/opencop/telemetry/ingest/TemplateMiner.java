package io.opencop.telemetry.ingest;

/** Finds the template of a log line. */
@FunctionalInterface
public interface TemplateMiner {
  /**
   * @param service service.name of the sender
   * @param off start of the body's UTF-8
   * @param timeNanos when the line was logged
   * @return the template's id, the same for ever
   */
  long template(String service, byte[] buf, int off, int len, long timeNanos);
}
