package io.opencop.server.otlp;

import io.opencop.model.Signal;
import io.opencop.server.net.Lingering;
import io.opencop.telemetry.Receipt;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * OTLP/gRPC: one length-prefixed message in, one out, the status in the trailers (gRPC over
 * HTTP/2). A deadline the client sets (grpc-timeout) is the client's affair: what arrives after it
 * is stored all the same, and the resend is recognised by its content.
 */
final class GrpcExchange extends Exchange {
  private static final int PREFIX = 5;

  GrpcExchange(Receiver receiver, HttpServerRequest request, Signal signal) {
    super(receiver, request, signal);
  }

  @Override
  void checkHeaders() {
    if (Encoding.named(request.getHeader("grpc-encoding")) == null) {
      request.response().putHeader("grpc-accept-encoding", Encoding.ACCEPTED);
      throw new RefusedException(
          Refusal.CONTENT_ENCODING, "grpc-encoding must be one of " + Encoding.ACCEPTED);
    }
  }

  @Override
  void checkArrived() {
    if (body.length() >= PREFIX && messageLength() > receiver.maxBytes()) {
      throw new RefusedException(Refusal.TOO_LARGE, "the message is larger than " + limit());
    }
  }

  private long messageLength() {
    return (long) body.at(1) << 24 | body.at(2) << 16 | body.at(3) << 8 | body.at(4);
  }

  @Override
  int wireLimit() {
    return receiver.maxBytes() + PREFIX;
  }

  @Override
  byte[] unpack(Inflate inflate) {
    if (body.length() < PREFIX || body.length() != PREFIX + messageLength()) {
      throw new RefusedException(
          Refusal.MALFORMED,
          "expected one whole length-prefixed message, got " + body.length() + " bytes");
    }
    Encoding encoding = Encoding.named(request.getHeader("grpc-encoding"));
    return switch (body.at(0)) {
      case 0 -> inflate.all(body, PREFIX, Encoding.IDENTITY);
      case 1 -> {
        if (encoding == Encoding.IDENTITY) {
          throw new RefusedException(
              Refusal.INTERNAL, "the compressed flag is set without a grpc-encoding");
        }
        yield inflate.all(body, PREFIX, encoding);
      }
      default -> throw new RefusedException(Refusal.MALFORMED, "unknown flag " + body.at(0));
    };
  }

  @Override
  void succeed(Receipt receipt) {
    byte[] message = Answers.success(receipt);
    Buffer frame =
        Buffer.buffer(PREFIX + message.length)
            .appendByte((byte) 0)
            .appendInt(message.length)
            .appendBytes(message);
    request
        .response()
        .putHeader("content-type", "application/grpc")
        .putTrailer("grpc-status", "0")
        .end(frame);
  }

  @Override
  void refuse(RefusedException refused) {
    boolean early = !request.isEnded();
    HttpServerResponse response = request.response();
    trailersOnly(response, refused);
    Future<Void> sent = response.end();
    if (early) {
      Lingering.drain(request, sent);
    }
  }

  static void trailersOnly(HttpServerResponse response, RefusedException refused) {
    response
        .putHeader("content-type", "application/grpc")
        .putHeader("grpc-status", Integer.toString(refused.refusal().grpc()))
        .putHeader("grpc-message", percentEncoded(refused.getMessage()))
        .putHeader(
            "grpc-status-details-bin",
            Base64.getEncoder().withoutPadding().encodeToString(Answers.status(refused)));
  }

  /**
   * Everything but printable ASCII, and the percent sign itself (gRPC over HTTP/2, "Responses").
   */
  private static String percentEncoded(String message) {
    StringBuilder out = new StringBuilder(message.length() + 16);
    for (byte b : message.getBytes(StandardCharsets.UTF_8)) {
      if (b >= ' ' && b <= '~' && b != '%') {
        out.append((char) b);
      } else {
        out.append('%').append("%02X".formatted(b & 0xFF));
      }
    }
    return out.toString();
  }
}
