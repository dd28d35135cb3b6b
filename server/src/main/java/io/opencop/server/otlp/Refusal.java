package io.opencop.server.otlp;

import io.opencop.telemetry.AppendException;

/**
 * Why a request is refused, with the code each protocol has for it (OTLP 1.11, "Failures"; gRPC
 * status codes). The name in lower case is the label of the counter on the health page.
 */
public enum Refusal {
  MALFORMED(400, 3, false),
  UNAUTHENTICATED(401, 16, false),
  NOT_FOUND(404, 12, false),
  METHOD(405, 12, false),
  TIMEOUT(408, 4, false),
  TOO_LARGE(413, 8, false),
  CONTENT_TYPE(415, 3, false),
  CONTENT_ENCODING(415, 12, false),
  OVERLOADED(429, 8, true),
  STORAGE(503, 14, true),
  CLOSED(503, 14, true),
  INTERNAL(500, 13, false);

  private final int http;
  private final int grpc;
  private final boolean retryable;

  Refusal(int http, int grpc, boolean retryable) {
    this.http = http;
    this.grpc = grpc;
    this.retryable = retryable;
  }

  int http() {
    return http;
  }

  int grpc() {
    return grpc;
  }

  boolean retryable() {
    return retryable;
  }

  static Refusal of(AppendException.Reason reason) {
    return switch (reason) {
      case MALFORMED -> MALFORMED;
      case TOO_LARGE -> TOO_LARGE;
      case OVERLOADED -> OVERLOADED;
      case STORAGE -> STORAGE;
      case CLOSED -> CLOSED;
    };
  }
}
