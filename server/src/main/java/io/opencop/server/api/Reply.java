package io.opencop.server.api;

import io.vertx.core.http.HttpServerRequest;
import java.util.Map;

/** What an endpoint answers. */
public sealed interface Reply {
  /** A value as JSON. */
  record Json(int status, Object value, Map<String, String> headers) implements Reply {}

  /** No content. */
  record Empty(Map<String, String> headers) implements Reply {}

  /** The endpoint writes the response itself; called on the request's event loop. */
  record Takeover(java.util.function.Consumer<HttpServerRequest> how) implements Reply {}

  static Reply ok(Object value) {
    return new Json(200, value, Map.of());
  }
}
