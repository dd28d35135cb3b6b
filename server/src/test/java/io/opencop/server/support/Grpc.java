package io.opencop.server.support;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientAgent;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.RequestOptions;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/** Speaks gRPC frame by frame, so that a test can also speak it badly. */
public final class Grpc implements AutoCloseable {
  public static final String TRACES = "/opentelemetry.proto.collector.trace.v1.TraceService/Export";

  private final Vertx vertx = Vertx.vertx();
  private final HttpClientAgent client =
      vertx.createHttpClient(
          new HttpClientOptions()
              .setProtocolVersion(HttpVersion.HTTP_2)
              .setHttp2ClearTextUpgrade(false));
  private final int port;

  public Grpc(int port) {
    this.port = port;
  }

  /** What came back; the status from the trailers, or from the headers where there is no body. */
  public record Answer(
      int httpStatus, String status, String message, String details, Buffer body) {}

  public static Buffer frame(int flag, byte[] message) {
    return Buffer.buffer().appendByte((byte) flag).appendInt(message.length).appendBytes(message);
  }

  public Answer call(String path, Map<String, String> headers, Buffer body) throws Exception {
    RequestOptions options =
        new RequestOptions()
            .setMethod(HttpMethod.POST)
            .setHost("127.0.0.1")
            .setPort(port)
            .setURI(path)
            .putHeader("content-type", "application/grpc")
            .putHeader("te", "trailers");
    headers.forEach(options::putHeader);
    AtomicReference<HttpClientResponse> response = new AtomicReference<>();
    CompletableFuture<Buffer> received = new CompletableFuture<>();
    // All of it on the client's own event loop: asked for from another thread, body() may come
    // after
    // the end of the answer and then never completes (Vert.x issue 6038, mended after 5.0.7).
    vertx.runOnContext(_ ->
        client
            .request(options)
            .compose(request -> {
              request.exceptionHandler(_ -> {});
              return request.send(body);
            })
            .compose(r -> {
              response.set(r);
              return r.body();
            })
            .onSuccess(received::complete)
            .onFailure(received::completeExceptionally));
    Buffer all = received.get(20, TimeUnit.SECONDS);
    HttpClientResponse r = response.get();
    return new Answer(
        r.statusCode(),
        either(r, "grpc-status"),
        either(r, "grpc-message"),
        either(r, "grpc-status-details-bin"),
        all);
  }

  private static String either(HttpClientResponse response, String name) {
    String header = response.getHeader(name);
    return header == null ? response.getTrailer(name) : header;
  }

  @Override
  public void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }
}
