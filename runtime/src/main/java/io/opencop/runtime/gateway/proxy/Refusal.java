package io.opencop.runtime.gateway.proxy;

import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.opencop.model.message.Lang;
import io.opencop.model.message.Message.Text;
import io.opencop.model.message.Notice;
import io.opencop.runtime.gateway.GatewayMessage;
import io.vertx.core.Future;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.json.JsonObject;

/** Answers of the gateway's own: a few words in the reader's language, as JSON where asked for. */
final class Refusal {
  /** What of a refused request's body is read and thrown away, so that its sender can listen. */
  private static final long DRAIN = 1 << 20;

  private static final Text UNREADABLE = new Text("it cannot be read as HTTP", "HTTP로 읽을 수 없습니다");

  private Refusal() {}

  /**
   * Ends a request.
   *
   * @param retryAfter seconds; 0 says nothing
   */
  static Future<Void> send(HttpServerRequest request, int status, int retryAfter, Notice notice) {
    HttpServerResponse response = request.response();
    if (response.closed() || response.headWritten()) {
      return Future.succeededFuture();
    }
    Lang lang = Lang.fromAcceptLanguage(request.getHeader("accept-language"));
    String accept = request.getHeader("accept");
    boolean json = accept != null && accept.contains("json");
    response.setStatusCode(status).putHeader("cache-control", "no-store");
    response.putHeader(
        "content-type", json ? "application/problem+json" : "text/plain; charset=utf-8");
    if (retryAfter > 0) {
      response.putHeader("retry-after", String.valueOf(retryAfter));
    }
    String words = json ? json(status, notice, lang) : notice.lines(lang) + "\n";
    drain(request);
    return response.end(words);
  }

  private static String json(int status, Notice notice, Lang lang) {
    return new JsonObject()
        .put("status", status)
        .put("code", notice.code())
        .put("detail", notice.text(lang))
        .put("next", notice.next(lang))
        .encode();
  }

  /** Its answer is out, and it is still being sent. */
  static void letGo(HttpServerRequest request) {
    if (request.version() == HttpVersion.HTTP_2) {
      stop(request);
    } else {
      drain(request);
    }
  }

  private static void drain(HttpServerRequest request) {
    if (request.isEnded()) {
      return;
    }
    long[] seen = {0};
    request.handler(chunk -> {
      seen[0] += chunk.length();
      if (seen[0] > DRAIN) {
        stop(request);
      }
    });
    request.resume();
  }

  private static void stop(HttpServerRequest request) {
    if (request.version() == HttpVersion.HTTP_2) {
      request.response().reset(0); // NO_ERROR: the response holds (RFC 9113, 8.1)
    } else {
      request.connection().close();
    }
  }

  /** And takes nothing more of this connection: where the next request begins is in doubt. */
  static Future<Void> malformed(HttpServerRequest request, Text reason) {
    boolean one = request.version() != HttpVersion.HTTP_2;
    if (one) {
      request.response().putHeader("connection", "close");
    }
    Future<Void> said = send(request, 400, 0, GatewayMessage.MALFORMED.with("reason", reason));
    return one ? said.eventually(() -> request.connection().close()) : said;
  }

  /** For what the decoder could not read. Where such a request ends is anybody's guess. */
  static void unreadable(HttpServerRequest request) {
    Throwable cause = request.decoderResult().cause();
    HttpServerResponse response = request.response();
    response.putHeader("connection", "close");
    Future<Void> said;
    if (cause instanceof TooLongHttpLineException) {
      said = send(request, 414, 0, GatewayMessage.HEAD_TOO_LARGE.with());
    } else if (cause instanceof TooLongHttpHeaderException) {
      said = send(request, 431, 0, GatewayMessage.HEAD_TOO_LARGE.with());
    } else {
      said = malformed(request, UNREADABLE);
    }
    said.onComplete(_ -> request.connection().close());
  }
}
