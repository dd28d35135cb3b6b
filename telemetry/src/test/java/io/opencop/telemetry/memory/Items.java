package io.opencop.telemetry.memory;

import io.opencop.telemetry.assemble.metric.MetricKind;
import io.opencop.telemetry.assemble.metric.MetricPoint;
import io.opencop.telemetry.query.LogRow;
import io.opencop.telemetry.query.MetricResult.Exemplar;
import io.opencop.telemetry.query.SpanRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What one request held, decoded. Times are nanoseconds since the epoch. */
final class Items {
  record Span(String traceId, SpanRow row, long start, long duration) {
    boolean entry() {
      return row.kind().equals("server") || row.kind().equals("consumer");
    }

    boolean error() {
      return row.status().equals("error");
    }

    boolean root() {
      return row.parentSpanId() == null;
    }
  }

  record Log(LogRow row, long time, int severity, String text) {}

  /** Identity of a series. */
  record SeriesKey(
      String name,
      MetricKind kind,
      Map<String, Object> resource,
      String scope,
      Map<String, Object> attributes) {}

  record Point(
      SeriesKey series,
      String description,
      String service,
      String temporality,
      Boolean monotonic,
      MetricPoint point,
      List<Exemplar> exemplars) {}

  final List<Span> spans = new ArrayList<>();
  final List<Log> logs = new ArrayList<>();
  final List<Point> points = new ArrayList<>();
  int rejected;

  int accepted() {
    return spans.size() + logs.size() + points.size();
  }
}
