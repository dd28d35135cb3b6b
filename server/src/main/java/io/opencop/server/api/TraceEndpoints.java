package io.opencop.server.api;

import io.opencop.telemetry.TelemetryReader;
import io.opencop.telemetry.query.Answer;
import io.opencop.telemetry.query.Cost;
import io.opencop.telemetry.query.SpanRow;
import io.opencop.telemetry.query.Trace;
import io.opencop.telemetry.query.TraceQuery;
import java.util.Locale;
import java.util.Optional;

/** Trace search and traces. */
final class TraceEndpoints {
  private final TelemetryReader store;
  private final RecentTrace recent = new RecentTrace();

  TraceEndpoints(TelemetryReader store) {
    this.store = store;
  }

  void addTo(Endpoints endpoints, Queries queries) {
    endpoints
        .add("searchTraces", queries.limited(this::search))
        .add("getTrace", queries.limited(this::trace))
        .add("getSpan", queries.limited(this::span));
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
    Answer<Trace> answer = read(call);
    Trace trace = answer.value();
    boolean lean =
        switch (call.text("detail")) {
          case "lean" -> true;
          case "auto" -> trace.spans().size() > LeanTrace.FULL_SPANS;
          default -> false;
        };
    if (lean) {
      recent.keep(trace);
    }
    return Json.flat(
        new Answer<>(lean ? LeanTrace.of(trace) : new LeanTrace(trace, false), answer.cost()));
  }

  private Reply span(Call call) {
    String id = call.text("span_id").toLowerCase(Locale.ROOT);
    String traceId = call.text("trace_id").toLowerCase(Locale.ROOT);
    Optional<SpanRow> known = recent.span(traceId, id);
    if (known.isPresent()) {
      return Json.list("span", new Answer<>(known.get(), new Cost(0, 0, 0, 0)));
    }
    Answer<Trace> answer = read(call);
    SpanRow span = RecentTrace.in(answer.value(), id).orElseThrow(() -> notSeen(id));
    return Json.list("span", new Answer<>(span, answer.cost()));
  }

  private Answer<Trace> read(Call call) {
    String id = call.text("trace_id").toLowerCase(Locale.ROOT);
    String around = call.text("around");
    Answer<Optional<Trace>> answer =
        store.trace(id, around == null ? null : Times.instant("around", around, call.now()));
    return new Answer<>(answer.value().orElseThrow(() -> notSeen(id)), answer.cost());
  }

  private static ProblemException notSeen(String id) {
    return new ProblemException(404, ApiMessage.NOT_SEEN.with("what", id));
  }
}
