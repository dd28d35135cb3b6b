package io.opencop.server.otlp;

import io.opencop.model.Signal;
import io.opencop.server.net.Lingering;
import io.opencop.telemetry.Receipt;
import io.opencop.telemetry.otlp.json.OtlpJson;
import io.opencop.telemetry.otlp.json.OtlpJsonException;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.Locale;

/** OTLP/HTTP: protobuf or JSON, answered in the form of the request (OTLP 1.11, "OTLP/HTTP"). */
final class HttpExchange extends Exchange {
  private static final String PROTOBUF = "application/x-protobuf";
  private static final String JSON = "application/json";

  private final boolean isJson;

  HttpExchange(Receiver receiver, HttpServerRequest request, Signal signal) {
    super(receiver, request, signal);
    this.isJson = JSON.equals(mediaType());
  }

  private String mediaType() {
    String type = request.getHeader("content-type");
    if (type == null) {
      return "";
    }
    int parameters = type.indexOf(';');
    return (parameters < 0 ? type : type.substring(0, parameters)).trim().toLowerCase(Locale.ROOT);
  }

  @Override
  void checkHeaders() {
    if (!request.method().equals(HttpMethod.POST)) {
      request.response().putHeader("allow", "POST");
      throw new RefusedException(Refusal.METHOD, "use POST");
    }
    if (!isJson && !PROTOBUF.equals(mediaType())) {
      throw new RefusedException(
          Refusal.CONTENT_TYPE, "Content-Type must be " + PROTOBUF + " or " + JSON);
    }
    if (encoding() == null) {
      request.response().putHeader("accept-encoding", Encoding.ACCEPTED);
      throw new RefusedException(
          Refusal.CONTENT_ENCODING, "Content-Encoding must be one of " + Encoding.ACCEPTED);
    }
  }

  private Encoding encoding() {
    return Encoding.named(request.getHeader("content-encoding"));
  }

  @Override
  void checkArrived() {}

  @Override
  int wireLimit() {
    return receiver.maxBytes();
  }

  @Override
  byte[] unpack(Inflate inflate) {
    byte[] bytes = inflate.all(body, 0, encoding());
    if (!isJson) {
      return bytes;
    }
    // Protobuf is smaller than the JSON of it, so as much again covers what is made of it.
    inflate.take(bytes.length);
    try {
      return OtlpJson.toProtobuf(signal, bytes, receiver.maxBytes());
    } catch (OtlpJsonException e) {
      throw new RefusedException(Refusal.MALFORMED, e.getMessage());
    }
  }

  @Override
  void succeed(Receipt receipt) {
    var _ = send(200, isJson ? Answers.successJson(signal, receipt) : Answers.success(receipt));
  }

  @Override
  void refuse(RefusedException refused) {
    HttpServerResponse response = request.response();
    if (refused.refusal().retryable()) {
      // Retry-After counts whole seconds (RFC 9110, 10.2.3); a part of one is rounded up.
      long seconds = Math.max(1, refused.retryAfter().plusMillis(999).toSeconds());
      response.putHeader("retry-after", Long.toString(seconds));
    }
    if (refused.refusal() == Refusal.UNAUTHENTICATED) {
      response.putHeader("www-authenticate", "Bearer");
    }
    boolean early = Lingering.isNeeded(request);
    if (early) {
      Lingering.announce(request);
    }
    Future<Void> sent =
        send(
            refused.refusal().http(),
            isJson ? Answers.statusJson(refused) : Answers.status(refused));
    if (early) {
      Lingering.drain(request, sent);
    }
  }

  private Future<Void> send(int status, byte[] bytes) {
    return request
        .response()
        .setStatusCode(status)
        .putHeader("content-type", isJson ? JSON : PROTOBUF)
        .end(Buffer.buffer(bytes));
  }
}
