package io.opencop.runtime.gateway.proxy;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import java.util.ArrayList;
import java.util.List;

/**
 * The body of a request on its way to the application, no faster than that takes it. Its beginning
 * is kept, so that a short one can be sent again.
 */
final class RequestBody {
  /** Longer ones are sent once only. */
  static final int KEPT = 64 * 1024;

  private final HttpServerRequest request;
  private final boolean none;
  private List<Buffer> kept = new ArrayList<>(2);
  private long length;
  private boolean ended;
  private boolean started;
  private boolean paused;
  private long movedAt = System.nanoTime();
  private HttpClientRequest to;

  /**
   * In the turn in which the request came.
   *
   * @param none it has no body for certain
   */
  RequestBody(HttpServerRequest request, boolean none) {
    this.request = request;
    this.none = none;
    this.ended = none;
    if (!none) {
      pause();
      request.handler(this::chunk);
      request.endHandler(_ -> end());
    }
  }

  /** Whether a request has none for certain. */
  static boolean noneOf(HttpServerRequest request) {
    String length = request.getHeader("content-length");
    if (length != null || request.version() == HttpVersion.HTTP_2) {
      return "0".equals(length);
    }
    return !request.headers().contains("transfer-encoding");
  }

  /** Whether all there was so far can be sent again. */
  boolean replayable() {
    return kept != null;
  }

  boolean ended() {
    return ended;
  }

  /** Whether the client owes the rest of it and has sent nothing for so long. */
  boolean stalled(long now, long nanos) {
    return !ended && !paused && now - movedAt > nanos;
  }

  private void pause() {
    paused = true;
    request.pause();
  }

  private void resume() {
    paused = false;
    movedAt = System.nanoTime();
    request.resume();
  }

  /** Sends what is kept, then what comes. */
  void sendTo(HttpClientRequest next) {
    to = next;
    if (none) {
      next.end();
      return;
    }
    started = false;
    if (length > 0 || mustStream(next)) {
      start();
    }
    for (Buffer chunk : kept) {
      next.write(chunk);
    }
    if (ended) {
      next.end();
    } else {
      resume();
    }
  }

  /**
   * A body of unknown length must be framed before we know whether there is one. A GET over HTTP/2
   * mostly has none and says so only by its end: that is waited for, lest the application gets a
   * GET with an empty body.
   */
  private boolean mustStream(HttpClientRequest next) {
    return switch (next.getMethod().name()) {
      case "GET", "HEAD", "DELETE", "OPTIONS", "TRACE" -> next.headers().contains("content-length");
      default -> true;
    };
  }

  private void start() {
    started = true;
    if (!to.headers().contains("content-length")) {
      to.setChunked(true);
    }
    to.sendHead();
  }

  private void chunk(Buffer chunk) {
    movedAt = System.nanoTime();
    length += chunk.length();
    if (length > KEPT) {
      kept = null;
    } else {
      kept.add(chunk);
    }
    HttpClientRequest out = to;
    if (out == null) {
      return;
    }
    if (!started) {
      start();
    }
    out.write(chunk);
    if (out.writeQueueFull()) {
      pause();
      out.drainHandler(_ -> {
        if (out.equals(to)) {
          resume();
        }
      });
    }
  }

  private void end() {
    ended = true;
    if (to != null) {
      to.end();
    }
  }

  /** The application is gone, or has said enough. */
  void detach() {
    to = null;
    if (!ended) {
      pause();
    }
  }
}
