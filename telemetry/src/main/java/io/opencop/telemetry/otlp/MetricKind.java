package io.opencop.telemetry.otlp;

/** Which member of Metric's oneof the data is. */
public enum MetricKind {
  GAUGE,
  SUM,
  HISTOGRAM,
  EXPONENTIAL_HISTOGRAM,
  SUMMARY;

  /** By field number in Metric; null where the field is none of them. */
  static MetricKind ofField(int number) {
    return switch (number) {
      case 5 -> GAUGE;
      case 7 -> SUM;
      case 9 -> HISTOGRAM;
      case 10 -> EXPONENTIAL_HISTOGRAM;
      case 11 -> SUMMARY;
      default -> null;
    };
  }
}
