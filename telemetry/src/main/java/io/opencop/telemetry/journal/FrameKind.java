package io.opencop.telemetry.journal;

import io.opencop.model.Signal;

/** What a frame holds. The code is what stands on disk and never changes its meaning. */
public enum FrameKind {
  /** An ExportTraceServiceRequest. */
  SPANS(1),
  /** An ExportLogsServiceRequest. */
  LOGS(2),
  /** An ExportMetricsServiceRequest. */
  METRICS(3),
  /** One Change as JSON. */
  CHANGES(4);

  private final byte code;

  FrameKind(int code) {
    this.code = (byte) code;
  }

  byte code() {
    return code;
  }

  /** Returns the kind, or null where no kind has this code. */
  static FrameKind of(byte code) {
    return switch (code) {
      case 1 -> SPANS;
      case 2 -> LOGS;
      case 3 -> METRICS;
      case 4 -> CHANGES;
      default -> null;
    };
  }

  public static FrameKind of(Signal signal) {
    return switch (signal) {
      case SPANS -> SPANS;
      case LOGS -> LOGS;
      case METRICS -> METRICS;
    };
  }
}
