package io.opencop.telemetry.rollup;

/** How much of what an instance sent, whatever it was about. */
public record VolumeKey(String service, String instance, What what) {
  /** What is counted. */
  public enum What {
    SPANS,
    LOGS,
    ERROR_LOGS,
    POINTS
  }
}
