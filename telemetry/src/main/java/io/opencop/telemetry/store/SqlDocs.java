package io.opencop.telemetry.store;

/** One sentence per view. */
final class SqlDocs {
  private SqlDocs() {}

  static String of(String view) {
    return switch (view) {
      case "spans" ->
          "One row a span. Attributes with a column of their own go by their key in double quotes, "
              + "e.g. \"http.route\"; the rest is JSON in attributes.";
      case "logs" -> "One row a log record. severity is the name, severity_number the OTLP number.";
      case "metric_points" ->
          "One row a point of a gauge or sum, with its series' metric, service and attributes (JSON).";
      case "metric_series" -> "One row a series of any metric.";
      case "service_red" ->
          "Roll-up of entry spans: one row per step, service, version, operation, kind, root, error.";
      case "service_edges" ->
          "Roll-up of calls: one row per step, calling service, peer and error.";
      case "changes" -> "Releases, configuration, flags, commits, scaling, restarts, notes.";
      default -> throw new IllegalArgumentException(view);
    };
  }
}
