package io.opencop.runtime.gateway.proxy;

import io.opencop.runtime.gateway.telemetry.LaneTelemetry;
import io.opencop.runtime.gateway.telemetry.Span;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;

/** What is remembered of one request for the telemetry; nothing where nobody wants any. */
final class Told {
  /** The client left before there was an answer (a usage of other gateways; no standard). */
  private static final int LEFT = 499;

  private final LaneTelemetry telemetry;
  private final HttpServerRequest request;
  private final long startedNanos;
  private String app = "";
  private String route = "";
  private String endpoint = "";
  private int status = LEFT;
  private boolean traced;
  private Span span;

  Told(LaneTelemetry telemetry, HttpServerRequest request) {
    this.telemetry = telemetry;
    this.request = request;
    this.startedNanos = telemetry == null ? 0 : System.nanoTime();
  }

  void found(String name, String path) {
    app = name;
    route = path;
  }

  /** Into the header fields for the application; the same span however often it is sent. */
  void trace(MultiMap headers) {
    if (telemetry == null) {
      return;
    }
    if (!traced) {
      traced = true;
      span = TraceContext.record(headers, telemetry);
    } else if (span != null) {
      headers.set("traceparent", span.traceparent());
    }
  }

  void answered(int code, String by) {
    status = code;
    endpoint = by;
  }

  void end(String path) {
    if (telemetry != null) {
      telemetry.ended(
          app,
          route,
          request.method().name(),
          status,
          path,
          endpoint,
          System.nanoTime() - startedNanos,
          span);
    }
  }
}
