package io.opencop.server.api;

import io.opencop.model.TimeRange;
import io.opencop.telemetry.TelemetryReader;
import io.opencop.telemetry.query.LogFilter;
import io.opencop.telemetry.query.LogHistogram;
import io.opencop.telemetry.query.MetricInfo;
import io.opencop.telemetry.query.Operation;
import io.opencop.telemetry.query.ServiceSummary;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The one box: a few words to places in the console. Names come before texts, exact ones before
 * parts, and it stays cheap: roll-ups and catalogues, and one count over the logs.
 */
final class SearchEndpoint {
  private static final Pattern TRACE_ID = Pattern.compile("[0-9a-fA-F]{32}");
  private static final int EACH = 8;
  private static final int SERVICES_LOOKED_INTO = 50;
  private static final int TREND = 2;
  private static final int POINTS = 2;

  /** One place to go to. */
  record Hit(
      String kind,
      String label,
      String service,
      String operation,
      String traceId,
      String metric,
      Long count) {}

  private final TelemetryReader store;

  SearchEndpoint(TelemetryReader store) {
    this.store = store;
  }

  void addTo(Endpoints endpoints, Queries queries) {
    endpoints.add("search", queries.limited(this::search));
  }

  private Reply search(Call call) {
    String q = call.text("q").trim();
    TimeRange range = call.range();
    List<Hit> hits = new ArrayList<>();
    if (TRACE_ID.matcher(q).matches()) {
      traceHit(q.toLowerCase(Locale.ROOT), hits);
    } else if (!q.isEmpty()) {
      List<String> services =
          store.services(range, TREND).value().stream().map(ServiceSummary::service).toList();
      serviceHits(q, services, hits);
      operationHits(q, range, services, hits);
      metricHits(q, range, hits);
      logHit(q, range, hits);
    }
    return Reply.ok(Map.of("hits", hits));
  }

  private void traceHit(String id, List<Hit> hits) {
    store
        .trace(id, null)
        .value()
        .ifPresent(trace ->
            hits.add(new Hit("trace", id, null, null, id, null, (long) trace.spans().size())));
  }

  private static void serviceHits(String q, List<String> services, List<Hit> hits) {
    services.stream()
        .filter(s -> contains(s, q))
        .sorted(Comparator.comparing((String s) -> !s.equalsIgnoreCase(q)))
        .limit(EACH)
        .forEach(s -> hits.add(new Hit("service", s, s, null, null, null, null)));
  }

  private void operationHits(String q, TimeRange range, List<String> services, List<Hit> hits) {
    services.stream()
        .limit(SERVICES_LOOKED_INTO)
        .flatMap(s -> store.service(s, range, range.length()).value().stream())
        .flatMap(detail -> detail.operations().stream())
        .filter(o -> contains(o.operation(), q))
        .sorted(Comparator.comparingLong((Operation o) -> -o.red().count()))
        .limit(EACH)
        .forEach(o ->
            hits.add(
                new Hit(
                    "operation",
                    o.operation(),
                    o.service(),
                    o.operation(),
                    null,
                    null,
                    o.red().count())));
  }

  private void metricHits(String q, TimeRange range, List<Hit> hits) {
    store.metrics(range, null, q).value().stream()
        .map(MetricInfo::name)
        .distinct()
        .limit(EACH)
        .forEach(m -> hits.add(new Hit("metric", m, null, null, null, m, null)));
  }

  private void logHit(String q, TimeRange range, List<Hit> hits) {
    LogFilter filter = new LogFilter(q, 0, null, null, null, List.of());
    LogHistogram found = store.logHistogram(filter, range, POINTS).value();
    long count =
        found.counts().values().stream().flatMap(List::stream).mapToLong(Long::longValue).sum();
    if (count > 0) {
      hits.add(new Hit("log_text", q, null, null, null, null, count));
    }
  }

  private static boolean contains(String name, String q) {
    return name.toLowerCase(Locale.ROOT).contains(q.toLowerCase(Locale.ROOT));
  }
}
