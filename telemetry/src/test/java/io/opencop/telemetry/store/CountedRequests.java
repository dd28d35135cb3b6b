package io.opencop.telemetry.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.opencop.model.Signal;
import io.opencop.model.TimeRange;
import io.opencop.telemetry.contract.Otlp;
import io.opencop.telemetry.contract.Points;
import io.opencop.telemetry.query.ServiceSummary;
import io.opentelemetry.proto.logs.v1.LogRecord;
import io.opentelemetry.proto.metrics.v1.NumberDataPoint;
import io.opentelemetry.proto.resource.v1.Resource;
import io.opentelemetry.proto.trace.v1.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Requests whose number stands in each of their items, so that what is stored can be counted. */
final class CountedRequests {
  private static final int ROWS = 100_000;
  private static final List<Signal> SIGNALS = List.of(Signal.SPANS, Signal.LOGS, Signal.METRICS);

  private final Instant start = Instant.now().minusSeconds(600);
  private final TimeRange range =
      new TimeRange(start.minusSeconds(60), start.plus(Duration.ofMinutes(20)));

  static Signal signal(int id) {
    return SIGNALS.get(id % 3);
  }

  static long items(int id) {
    return 1L + id % 7;
  }

  /** The request with this number; always the same bytes. */
  byte[] of(int id) {
    Resource resource = Otlp.resource("service-" + id % 2, "1", "i");
    Instant at = start.plusSeconds(id % 500);
    int n = (int) items(id);
    return switch (signal(id)) {
      case SPANS -> {
        List<Span.Builder> spans = new ArrayList<>();
        for (int i = 0; i < n; i++) {
          spans.add(Otlp.request(id * 100L + i + 1, "r" + id, at.plusNanos(i), 5));
        }
        yield Otlp.traces(Otlp.spans(resource, spans)).toByteArray();
      }
      case LOGS -> {
        List<LogRecord.Builder> records = new ArrayList<>();
        for (int i = 0; i < n; i++) {
          records.add(Otlp.log(at.plusNanos(i), 9, "r" + id));
        }
        yield Otlp.logs(resource, records.toArray(LogRecord.Builder[]::new)).toByteArray();
      }
      case METRICS -> {
        NumberDataPoint.Builder[] points = new NumberDataPoint.Builder[n];
        for (int i = 0; i < n; i++) {
          points[i] = Points.point(null, at.plusNanos(i), id);
        }
        yield Otlp.metrics(resource, Points.gauge("number", "1", points)).toByteArray();
      }
    };
  }

  /** How many items are stored, by request. */
  Map<Integer, Long> count(DiskTelemetryStore store) {
    Map<Integer, Long> found = new TreeMap<>();
    List<String> queries =
        List.of(
            "SELECT substr(name, 2)::INTEGER, count(*) FROM spans GROUP BY 1",
            "SELECT substr(body, 2)::INTEGER, count(*) FROM logs GROUP BY 1",
            "SELECT value::INTEGER, count(*) FROM metric_points GROUP BY 1");
    for (String query : queries) {
      for (List<Object> row : rows(store, query)) {
        found.put(((Number) row.get(0)).intValue(), ((Number) row.get(1)).longValue());
      }
    }
    return found;
  }

  /** Roll-ups of spans by operation, and of log records by service, against the raw ones. */
  void compareRollups(DiskTelemetryStore store) {
    assertThat(
            rows(
                store,
                "SELECT operation, sum(count)::BIGINT FROM service_red GROUP BY 1 ORDER BY 1"))
        .isEqualTo(rows(store, "SELECT name, count(*) FROM spans GROUP BY 1 ORDER BY 1"));
    Map<Object, Object> logs = new TreeMap<>();
    for (List<Object> row : rows(store, "SELECT service, count(*) FROM logs GROUP BY 1")) {
      logs.put(row.get(0), row.get(1));
    }
    for (ServiceSummary s : store.services(range, 10).value()) {
      assertThat(s.logs()).isEqualTo(logs.getOrDefault(s.service(), 0L));
    }
  }

  private List<List<Object>> rows(DiskTelemetryStore store, String query) {
    return store.sql(query, range, ROWS).value().rows();
  }
}
