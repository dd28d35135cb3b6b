package io.opencop.server.api;

import io.opencop.telemetry.TelemetryReader;
import io.opencop.telemetry.query.Answer;
import io.opencop.telemetry.query.Trace;
import io.opencop.telemetry.query.TraceQuery;
import java.util.Locale;
import java.util.Optional;

/** Trace search and traces. */
final class TraceEndpoints {
  private final TelemetryReader store;

  TraceEndpoints(TelemetryReader store) {
    this.store = store;
  }

  void addTo(Endpoints endpoints, Queries queries) {
    endpoints
        .add("searchTraces", queries.limited(this::search))
        .add("getTrace", queries.limited(this::trace));
  }

  private Reply search(Call call) {
    TraceQuery query =
        new TraceQuery(
            call.range(),
            call.text("service"),
            call.text("operation"),
            call.text("kind"),
            call.text("status"),
            call.arguments().number("min_duration_ms"),
            call.arguments().number("max_duration_ms"),
            Conditions.read(call.arguments().texts("attr")),
            TraceQuery.Order.valueOf(call.text("order").toUpperCase(Locale.ROOT)),
            call.integer("limit"),
            call.text("cursor"));
    return Json.page("traces", store.traces(query));
  }

  private Reply trace(Call call) {
    String id = call.text("trace_id").toLowerCase(Locale.ROOT);
    String around = call.text("around");
    Answer<Optional<Trace>> answer =
        store.trace(id, around == null ? null : Times.instant("around", around, call.now()));
    Trace trace =
        answer
            .value()
            .orElseThrow(() -> new ProblemException(404, ApiMessage.NOT_SEEN.with("what", id)));
    return Json.flat(new Answer<>(trace, answer.cost()));
  }
}
