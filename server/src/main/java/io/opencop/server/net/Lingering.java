package io.opencop.server.net;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;

/**
 * An HTTP/1.1 request that is answered before it has arrived whole. Closing at once would reset the
 * connection, and the sender would never see why. So the rest is thrown away for a little while.
 */
public final class Lingering {
  private static final long MILLIS = 2_000;
  private static final long NO_ERROR = 0;

  private Lingering() {}

  /** Whether a body is still on its way. */
  public static boolean isNeeded(HttpServerRequest request) {
    if (request.isEnded()) {
      return false;
    }
    String length = request.getHeader("content-length");
    return length == null
        ? request.version() == HttpVersion.HTTP_2 || request.headers().contains("transfer-encoding")
        : !"0".equals(length);
  }

  /** Before the answer is sent. */
  public static void announce(HttpServerRequest request) {
    if (request.version() != HttpVersion.HTTP_2) {
      request.response().putHeader("connection", "close");
    }
  }

  /**
   * Throws away what still comes.
   *
   * @param sent completes when the answer is sent
   */
  public static void drain(HttpServerRequest request, Future<Void> sent) {
    if (request.version() == HttpVersion.HTTP_2) {
      // The answer is complete: what the client still sends is not wanted (RFC 9113, 8.1).
      sent.onComplete(_ -> request.response().reset(NO_ERROR));
      return;
    }
    request.handler(_ -> {});
    request.endHandler(_ -> request.connection().close());
    request.resume();
    Vertx.currentContext().owner().setTimer(MILLIS, _ -> request.connection().close());
  }
}
