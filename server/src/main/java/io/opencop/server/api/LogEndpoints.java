package io.opencop.server.api;

import io.opencop.telemetry.TelemetryReader;
import io.opencop.telemetry.query.LogFilter;
import io.opencop.telemetry.query.LogQuery;
import io.opencop.telemetry.query.PatternQuery;
import java.util.Locale;

/** Log search, histogram and patterns; the live tail is {@link LogTail}. */
final class LogEndpoints {
  private final TelemetryReader store;

  LogEndpoints(TelemetryReader store) {
    this.store = store;
  }

  void addTo(Endpoints endpoints, Queries queries) {
    endpoints
        .add("searchLogs", queries.limited(this::search))
        .add(
            "logHistogram",
            queries.limited(call ->
                Json.flat(store.logHistogram(filter(call), call.range(), call.integer("points")))))
        .add("logPatterns", queries.limited(this::patterns));
  }

  /** Parameters an operation does not have are null here, which means any. */
  static LogFilter filter(Call call) {
    String traceId = call.text("trace_id");
    String template = call.text("template");
    return new LogFilter(
        call.text("text"),
        Severities.least(call.text("severity")),
        call.text("service"),
        traceId == null ? null : traceId.toLowerCase(Locale.ROOT),
        template == null ? null : templateId(template),
        Conditions.read(call.arguments().texts("attr")));
  }

  private static Long templateId(String text) {
    try {
      return Long.valueOf(text);
    } catch (NumberFormatException e) {
      throw Times.invalid(
          "template",
          new io.opencop.model.message.Message.Text(
              "a template id of /api/v1/logs/patterns", "/api/v1/logs/patterns의 템플릿 ID"));
    }
  }

  private Reply search(Call call) {
    boolean newestFirst = call.text("order").equals("newest");
    return Json.page(
        "logs",
        store.logs(
            new LogQuery(
                filter(call),
                call.range(),
                newestFirst,
                call.integer("limit"),
                call.text("cursor"))));
  }

  private Reply patterns(Call call) {
    return Json.list(
        "patterns",
        store.logPatterns(
            new PatternQuery(
                call.range(),
                call.text("service"),
                Severities.least(call.text("severity")),
                call.integer("limit"))));
  }
}
