package io.opencop.server.api;

import io.opencop.server.config.ByteSize;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.util.function.Consumer;

/** Gathers a small body within its bounds of size and time. */
final class BodyReader {
  private static final long MILLIS = 30_000;

  private final HttpServerRequest request;
  private final int limit;
  private final Buffer body = Buffer.buffer();
  private boolean decided;
  private long timer;

  BodyReader(HttpServerRequest request, int limit) {
    this.request = request;
    this.limit = limit;
  }

  void read(Consumer<byte[]> whole, Consumer<ProblemException> failed) {
    Vertx vertx = Vertx.currentContext().owner();
    timer =
        vertx.setTimer(
            MILLIS,
            _ ->
                decide(() -> failed.accept(new ProblemException(408, ApiMessage.TOO_SLOW.with()))));
    request.exceptionHandler(_ -> decide(() -> vertx.cancelTimer(timer)));
    request.handler(chunk -> {
      if (!decided && body.length() + chunk.length() > limit) {
        vertx.cancelTimer(timer);
        decide(() ->
            failed.accept(
                new ProblemException(
                    413, ApiMessage.TOO_LARGE.with("limit", new ByteSize(limit).inWords()))));
      } else if (!decided) {
        body.appendBuffer(chunk);
      }
    });
    request.endHandler(_ -> {
      vertx.cancelTimer(timer);
      decide(() -> whole.accept(body.getBytes()));
    });
  }

  private void decide(Runnable how) {
    if (!decided) {
      decided = true;
      how.run();
    }
  }
}
