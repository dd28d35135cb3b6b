package io.opencop.runtime.gateway.proxy;

import io.vertx.core.http.GoAway;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.StreamResetException;

/** What is known of a request that got no answer. */
final class Unsent {
  private static final long REFUSED_STREAM = 7;

  private Unsent() {}

  /**
   * Whether the application cannot have seen it: it refused the stream (RFC 9113, 8.7), or went
   * away naming an earlier one as its last (6.8).
   */
  static boolean proves(Throwable cause, HttpClientRequest request) {
    if (cause instanceof StreamResetException reset) {
      return reset.getCode() == REFUSED_STREAM;
    }
    if (cause instanceof HttpClosedException closed && request.version() == HttpVersion.HTTP_2) {
      GoAway bye = closed.goAway();
      return bye != null && request.streamId() > bye.getLastStreamId();
    }
    return false;
  }

  /** Whether carrying it out twice is the same as once (RFC 9110, 9.2.2). */
  static boolean idempotent(HttpMethod method) {
    return switch (method.name()) {
      case "GET", "HEAD", "OPTIONS", "PUT", "DELETE", "TRACE" -> true;
      default -> false;
    };
  }
}
