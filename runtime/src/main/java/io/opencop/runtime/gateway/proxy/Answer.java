package io.opencop.runtime.gateway.proxy;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;

/** An answer on its way back: each piece at once, and no faster than the client takes them. */
final class Answer {
  private static final int NO_CONTENT = 204;
  private static final int NOT_MODIFIED = 304;
  private static final long UNKNOWN = -1;

  private final HttpServerRequest request;
  private final HttpServerResponse out;
  private final HttpClientResponse in;
  private final Runnable ended;
  private final Runnable lost;
  private long left = UNKNOWN;
  private boolean endSent;

  Answer(HttpServerRequest request, HttpClientResponse in, Runnable ended, Runnable lost) {
    this.request = request;
    this.out = request.response();
    this.in = in;
    this.ended = ended;
    this.lost = lost;
  }

  void send() {
    in.exceptionHandler(_ -> lost.run());
    if (out.closed()) {
      return; // the client's leaving is told elsewhere
    }
    int status = in.statusCode();
    out.setStatusCode(status);
    if (request.version() != HttpVersion.HTTP_2 && in.statusMessage() != null) {
      out.setStatusMessage(in.statusMessage());
    }
    Outgoing.response(in.headers(), out.headers());
    boolean empty =
        request.method().equals(HttpMethod.HEAD) || status == NO_CONTENT || status == NOT_MODIFIED;
    String length = in.getHeader("content-length");
    if (length != null && !empty) {
      left = RequestCheck.digits(length) ? Long.parseLong(length) : UNKNOWN;
      if (left == UNKNOWN) {
        lost.run();
        return;
      }
    } else if (!empty && request.version() != HttpVersion.HTTP_2) {
      out.setChunked(true);
    }
    in.handler(this::chunk);
    in.endHandler(_ -> end());
    if (left == UNKNOWN && !empty) {
      // A stream of events may have a head long before its first event. Mostly the first piece
      // comes in this same turn, and then goes out together with the head.
      Vertx.currentContext().runOnContext(_ -> head());
    }
  }

  private void head() {
    if (!out.headWritten() && !out.closed()) {
      out.writeHead();
    }
  }

  private void chunk(Buffer chunk) {
    if (endSent || out.closed()) {
      return;
    }
    if (left != UNKNOWN) {
      left -= chunk.length();
      if (left == 0 && request.version() != HttpVersion.HTTP_2) {
        // The last piece goes out with the end, not before it: one packet less.
        endSent = true;
        out.end(chunk);
        return;
      }
    }
    out.write(chunk);
    if (out.writeQueueFull()) {
      in.pause();
      out.drainHandler(_ -> in.resume());
    }
  }

  private void end() {
    if (!endSent && !out.closed()) {
      if (!in.trailers().isEmpty()) {
        Outgoing.response(in.trailers(), out.trailers());
      }
      endSent = true;
      out.end();
    }
    ended.run();
  }
}
