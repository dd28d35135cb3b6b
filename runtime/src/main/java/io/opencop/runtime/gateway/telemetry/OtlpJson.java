package io.opencop.runtime.gateway.telemetry;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * OTLP as JSON (opentelemetry-proto, docs/specification: 64-bit numbers are texts, ids are hex).
 */
final class OtlpJson {
  private static final int SERVER = 2;
  private static final int ERROR = 2;
  private static final int CUMULATIVE = 2;
  private static final int FIRST_ERROR = 500;

  private final String service;
  private final String instance;
  private final long startNanos;

  OtlpJson(String service, String instance) {
    this.service = service;
    this.instance = instance;
    this.startNanos = TimeUnit.MILLISECONDS.toNanos(System.currentTimeMillis());
  }

  JsonObject traces(List<LaneTelemetry.Ended> ended) {
    JsonArray spans = new JsonArray();
    ended.forEach(e -> spans.add(span(e)));
    return enclosed("resourceSpans", "scopeSpans", new JsonObject().put("spans", spans));
  }

  private static JsonObject span(LaneTelemetry.Ended e) {
    Series series = e.series();
    JsonObject span =
        new JsonObject()
            .put("traceId", e.span().trace())
            .put("spanId", e.span().id())
            .put("name", series.method() + " " + series.route())
            .put("kind", SERVER)
            .put("startTimeUnixNano", String.valueOf(e.endNanos() - e.nanos()))
            .put("endTimeUnixNano", String.valueOf(e.endNanos()));
    if (!e.span().parent().isEmpty()) {
      span.put("parentSpanId", e.span().parent());
    }
    JsonArray attributes = attributes(series).add(text("url.path", e.target()));
    if (!e.endpoint().isEmpty()) {
      attributes.add(text("opencop.instance", e.endpoint()));
    }
    span.put("attributes", attributes);
    if (series.status() >= FIRST_ERROR) {
      span.put("status", new JsonObject().put("code", ERROR));
    }
    return span;
  }

  JsonObject metrics(Map<Series, Durations> all, long lostSpans) {
    long now = TimeUnit.MILLISECONDS.toNanos(System.currentTimeMillis());
    JsonArray points = new JsonArray();
    all.forEach((series, d) -> points.add(point(series, d, now)));
    JsonArray lost =
        new JsonArray()
            .add(
                new JsonObject()
                    .put("startTimeUnixNano", String.valueOf(startNanos))
                    .put("timeUnixNano", String.valueOf(now))
                    .put("asInt", String.valueOf(lostSpans)));
    JsonArray metrics =
        new JsonArray()
            .add(
                new JsonObject()
                    .put("name", "http.server.request.duration")
                    .put("unit", "s")
                    .put("histogram", cumulative(points)))
            .add(
                new JsonObject()
                    .put("name", "opencop.gateway.spans.lost")
                    .put("unit", "{span}")
                    .put("sum", cumulative(lost).put("isMonotonic", true)));
    return enclosed("resourceMetrics", "scopeMetrics", new JsonObject().put("metrics", metrics));
  }

  private JsonObject point(Series series, Durations d, long now) {
    JsonArray counts = new JsonArray();
    for (long count : d.buckets) {
      counts.add(String.valueOf(count));
    }
    JsonArray bounds = new JsonArray();
    for (double bound : Durations.BOUNDS) {
      bounds.add(bound);
    }
    return new JsonObject()
        .put("startTimeUnixNano", String.valueOf(startNanos))
        .put("timeUnixNano", String.valueOf(now))
        .put("count", String.valueOf(d.count))
        .put("sum", d.sum)
        .put("bucketCounts", counts)
        .put("explicitBounds", bounds)
        .put("attributes", attributes(series));
  }

  private static JsonObject cumulative(JsonArray points) {
    return new JsonObject().put("aggregationTemporality", CUMULATIVE).put("dataPoints", points);
  }

  private static JsonArray attributes(Series series) {
    return new JsonArray()
        .add(text("opencop.app", series.app()))
        .add(text("http.route", series.route()))
        .add(text("http.request.method", series.method()))
        .add(
            new JsonObject()
                .put("key", "http.response.status_code")
                .put("value", new JsonObject().put("intValue", String.valueOf(series.status()))));
  }

  private static JsonObject text(String key, String value) {
    return new JsonObject()
        .put("key", key)
        .put("value", new JsonObject().put("stringValue", value));
  }

  private JsonObject enclosed(String resources, String scopes, JsonObject content) {
    content.put("scope", new JsonObject().put("name", "io.opencop.gateway"));
    JsonObject resource =
        new JsonObject()
            .put(
                "attributes",
                new JsonArray()
                    .add(text("service.name", service))
                    .add(text("service.instance.id", instance)));
    return new JsonObject()
        .put(
            resources,
            new JsonArray()
                .add(
                    new JsonObject()
                        .put("resource", resource)
                        .put(scopes, new JsonArray().add(content))));
  }
}
