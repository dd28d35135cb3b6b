package io.opencop.server.api;

import io.opencop.model.Signal;
import io.opencop.model.message.Message.Text;
import io.opencop.telemetry.TelemetryReader;
import io.opencop.telemetry.query.AttributeValuesQuery;
import io.opencop.telemetry.query.MetricQuery;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The catalogue of metrics, range queries, attribute keys and values. */
final class MetricEndpoints {
  private final TelemetryReader store;

  MetricEndpoints(TelemetryReader store) {
    this.store = store;
  }

  void addTo(Endpoints endpoints, Queries queries) {
    endpoints
        .add(
            "listMetrics",
            queries.limited(call ->
                Json.list(
                    "metrics",
                    store.metrics(call.range(), call.text("service"), call.text("text")))))
        .add("queryMetric", queries.limited(this::query))
        .add(
            "listAttributes",
            queries.limited(call -> Reply.ok(Map.of("keys", store.attributeKeys(signal(call))))))
        .add("listAttributeValues", queries.limited(this::values));
  }

  private static Signal signal(Call call) {
    return Signal.valueOf(call.text("signal").toUpperCase(Locale.ROOT));
  }

  private Reply query(Call call) {
    MetricQuery.Op op = MetricQuery.Op.valueOf(call.text("op").toUpperCase(Locale.ROOT));
    Double q = call.arguments().number("q");
    if (op == MetricQuery.Op.QUANTILE && q == null) {
      throw Times.invalid(
          "q", new Text("a number from 0 to 1 (quantile needs it)", "0~1 사이의 수 (quantile에 필요)"));
    }
    return Json.flat(
        store.metric(
            new MetricQuery(
                call.text("name"),
                op,
                q,
                keys(call.text("by")),
                call.text("service"),
                Conditions.read(call.arguments().texts("attr")),
                call.range(),
                Times.duration(call.text("step")))));
  }

  private static List<String> keys(String by) {
    return by == null
        ? List.of()
        : Arrays.stream(by.split(",")).map(String::trim).filter(k -> !k.isEmpty()).toList();
  }

  private Reply values(Call call) {
    return Json.list(
        "values",
        store.attributeValues(
            new AttributeValuesQuery(
                signal(call),
                call.text("key"),
                call.text("prefix"),
                call.range(),
                call.integer("limit"))));
  }
}
