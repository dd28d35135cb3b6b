package io.opencop.server.api;

import io.opencop.telemetry.TelemetryReader;
import io.opencop.telemetry.query.Answer;
import io.opencop.telemetry.query.HeatmapQuery;
import io.opencop.telemetry.query.ServiceDetail;
import io.opencop.telemetry.query.ServiceSummary;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Overview, services, heat map and graph. */
final class ServiceEndpoints {
  private static final int STEPS = 120;

  private final TelemetryReader store;

  ServiceEndpoints(TelemetryReader store) {
    this.store = store;
  }

  void addTo(Endpoints endpoints, Queries queries) {
    endpoints
        .add("overview", queries.limited(call -> Json.flat(store.overview(call.range()))))
        .add("listServices", queries.limited(this::list))
        .add("getService", queries.limited(this::service))
        .add("heatmap", queries.limited(this::heatmap))
        .add(
            "graph",
            queries.limited(call -> Json.flat(store.graph(call.range(), call.text("service")))));
  }

  private Reply service(Call call) {
    String service = call.text("service");
    Duration step = Times.duration(call.text("step"));
    Answer<Optional<ServiceDetail>> answer =
        store.service(service, call.range(), step == null ? stepFor(call) : step);
    ServiceDetail detail =
        answer
            .value()
            .orElseThrow(
                () -> new ProblemException(404, ApiMessage.NOT_SEEN.with("what", service)));
    return Json.flat(new Answer<>(ChangeWords.in(call.lang(), detail), answer.cost()));
  }

  private Reply list(Call call) {
    Answer<List<ServiceSummary>> found = store.services(call.range(), call.integer("points"));
    return Json.list(
        "services",
        new Answer<>(
            found.value().stream().map(s -> ChangeWords.in(call.lang(), s)).toList(),
            found.cost()));
  }

  /** About 120 points, in whole tens of seconds, which is what the finest roll-up has. */
  private static Duration stepFor(Call call) {
    long seconds = call.range().length().toSeconds() / STEPS;
    return Duration.ofSeconds(Math.max(10, (seconds + 9) / 10 * 10));
  }

  private Reply heatmap(Call call) {
    return Json.flat(
        store.heatmap(
            new HeatmapQuery(
                call.text("service"),
                call.text("operation"),
                call.range(),
                call.integer("columns"),
                call.integer("rows"))));
  }
}
