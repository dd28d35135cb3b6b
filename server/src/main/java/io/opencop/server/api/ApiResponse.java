package io.opencop.server.api;

import io.opencop.model.message.Lang;
import io.opencop.server.net.Lingering;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/**
 * Sends one answer. Bodies are made ({@code ready}) on the worker, compressed there too, and sent
 * on the event loop.
 */
final class ApiResponse {
  private static final int WORTH_COMPRESSING = 1024;

  private final HttpServerRequest request;
  private final Lang lang;
  private final boolean gzip;
  private String operation = "unknown";

  ApiResponse(HttpServerRequest request, ApiObserver observer) {
    this.request = request;
    String asked = request.getHeader("x-cop-lang");
    this.lang =
        asked == null
            ? Lang.fromAcceptLanguage(request.getHeader("accept-language"))
            : Lang.of(asked);
    String accepted = request.getHeader("accept-encoding");
    this.gzip = accepted != null && accepted.contains("gzip");
    long start = System.nanoTime();
    request
        .response()
        .bodyEndHandler(_ ->
            observer.answered(
                operation,
                request.method().name(),
                request.response().getStatusCode(),
                start,
                System.nanoTime()));
  }

  HttpServerRequest request() {
    return request;
  }

  Lang lang() {
    return lang;
  }

  void operation(String id) {
    operation = id;
  }

  /** On the event loop, at once. */
  void problem(ProblemException e) {
    ready(e.status(), Problems.of(e.status(), e.notice(), lang), e.headers()).run();
  }

  Runnable ready(Reply reply) {
    return switch (reply) {
      case Reply.Json(int status, Object value, Map<String, String> headers) ->
          ready(status, value, headers);
      case Reply.Empty(Map<String, String> headers) ->
          () -> {
            headers.forEach(request.response()::putHeader);
            request.response().setStatusCode(204).end();
          };
      case Reply.Takeover takeover -> () -> takeover.how().accept(request);
    };
  }

  Runnable ready(int status, Object value, Map<String, String> headers) {
    byte[] json = Json.bytes(value);
    boolean small = json.length < WORTH_COMPRESSING;
    byte[] body = gzip && !small ? compressed(json) : json;
    return () -> send(status, headers, body, gzip && !small);
  }

  private void send(int status, Map<String, String> headers, byte[] body, boolean compressed) {
    HttpServerResponse response = request.response();
    if (response.closed() || response.ended()) {
      return;
    }
    boolean early = Lingering.isNeeded(request);
    if (early) {
      Lingering.announce(request);
    }
    response
        .setStatusCode(status)
        .putHeader("content-type", status < 400 ? "application/json" : Problems.MEDIA_TYPE)
        .putHeader("cache-control", "no-store")
        .putHeader("vary", "accept-encoding, accept-language, x-cop-lang");
    headers.forEach(response::putHeader);
    if (compressed) {
      response.putHeader("content-encoding", "gzip");
    }
    Future<Void> sent = response.end(Buffer.buffer(body));
    if (early) {
      Lingering.drain(request, sent);
    }
  }

  private static byte[] compressed(byte[] json) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(json.length / 4);
    try (GZIPOutputStream gzip = new GZIPOutputStream(out, 8192)) {
      gzip.write(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
