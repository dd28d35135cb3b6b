package io.opencop.runtime.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.opencop.runtime.gateway.routes.Upstream;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** HTTP/2 lets an application say that it has not looked at a request. */
class RefusedStreamTest {
  private static final long INTERNAL_ERROR = 2;
  private static final long REFUSED_STREAM = 7;

  @TempDir Path folder;
  private Bed bed;
  private final AtomicInteger turnedAway = new AtomicInteger();

  @BeforeEach
  void start() {
    bed = new Bed(folder);
  }

  @AfterEach
  void stop() {
    bed.close();
  }

  private Upstream application(String id, Handler<HttpServerRequest> handler) {
    HttpServer server =
        bed.vertx
            .createHttpServer()
            .requestHandler(handler)
            .listen(0, "127.0.0.1")
            .toCompletionStage()
            .toCompletableFuture()
            .join();
    return new Upstream(
        id, "127.0.0.1", server.actualPort(), 1, Upstream.State.READY, Upstream.Speaks.H2C);
  }

  private Upstream good() {
    return application("good", r -> r.bodyHandler(body -> r.response().end("good " + body)));
  }

  private HttpResponse<String> post() {
    return bed.send(bed.to("/").POST(HttpRequest.BodyPublishers.ofString("order")));
  }

  private void untilTurnedAway(int times) {
    while (turnedAway.get() < times) {
      HttpResponse<String> answer = post();
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.body()).isEqualTo("good order");
    }
  }

  @Test
  void aRefusedStreamGoesElsewhere() {
    Upstream bad =
        application(
            "bad",
            request -> {
              turnedAway.incrementAndGet();
              request.response().reset(REFUSED_STREAM);
            });
    bed.route(bad, good());
    untilTurnedAway(3);
  }

  @Test
  void whatCameAfterAGoodbyeGoesElsewhere() {
    Upstream bad =
        application(
            "bad",
            request -> {
              turnedAway.incrementAndGet();
              request.connection().goAway(0, 0);
            });
    bed.route(bad, good());
    untilTurnedAway(3);
  }

  @Test
  void oneThatBrokeOffInsideIsNotRepeated() {
    Upstream bad =
        application(
            "bad",
            request -> {
              turnedAway.incrementAndGet();
              request.response().reset(INTERNAL_ERROR);
            });
    bed.route(bad);
    assertThat(post().statusCode()).isEqualTo(502);
    assertThat(turnedAway).hasValue(1);
  }
}
