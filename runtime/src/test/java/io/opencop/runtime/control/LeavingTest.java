package io.opencop.runtime.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.opencop.model.app.App;
import io.opencop.model.app.Instance;
import io.opencop.model.app.Instance.State;
import io.opencop.runtime.gateway.Gateway;
import io.opencop.runtime.gateway.GatewaySettings;
import io.opencop.runtime.gateway.GatewaySettings.Patience;
import io.opencop.runtime.gateway.routes.Upstream;
import io.opencop.runtime.rollout.ReleaseFigures;
import io.opencop.runtime.scale.StoredMetrics;
import io.opencop.runtime.support.Tiny;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** An instance that leaves is ended when the gateway has nothing in flight for it any more. */
class LeavingTest {
  /** So long that a test that waited for it would fail. */
  private static final Duration DRAIN = Duration.ofMinutes(10);

  @TempDir Path folder;
  private AppsBed bed;

  @BeforeEach
  void open() {
    bed = new AppsBed(folder, StoredMetrics.NONE, ReleaseFigures.NONE);
  }

  @AfterEach
  void close() {
    bed.close();
  }

  @Test
  void theRequestInProgressIsAnsweredAndThenItEndsLongBeforeItsDrainTime() throws Exception {
    bed.apps.apply(app(1), "kim");
    bed.awaitReady(1);
    await().atMost(AppsBed.PATIENCE).until(() -> bed.get("/").statusCode() == 200);
    Instance leaving = bed.ready().getFirst();
    CompletableFuture<HttpResponse<String>> slow =
        bed.client.sendAsync(bed.request("/hold"), HttpResponse.BodyHandlers.ofString());
    awaitSeen(1);
    bed.apps.scale("tiny", 0, "kim");
    await().atMost(AppsBed.PATIENCE).until(() -> state(leaving) == State.STOPPING);
    assertThat(slow).isNotDone();
    letGo(leaving);
    assertThat(slow.get(60, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
    await().atMost(AppsBed.PATIENCE).until(() -> state(leaving) == State.ENDED);
  }

  /** The gateway that serves knows nothing of a request that came before it. */
  @Test
  @EnabledOnOs(OS.LINUX)
  void aRequestAtAGatewayThatWasTakenOverFromIsWaitedForToo() throws Exception {
    bed.apps.apply(app(1), "kim");
    bed.awaitReady(1);
    await().atMost(AppsBed.PATIENCE).until(() -> bed.get("/").statusCode() == 200);
    Instance leaving = bed.ready().getFirst();
    CompletableFuture<HttpResponse<String>> slow =
        bed.client.sendAsync(bed.request("/hold"), HttpResponse.BodyHandlers.ofString());
    awaitSeen(1);
    try (Gateway next =
        Gateway.start(
            new GatewaySettings(
                "127.0.0.1",
                bed.gateway.port(),
                Optional.empty(),
                ControlSettings.gateway(folder),
                Patience.DEFAULT,
                true),
            _ -> {})) {
      bed.apps.scale("tiny", 0, "kim");
      await().atMost(AppsBed.PATIENCE).until(() -> state(leaving) == State.STOPPING);
      await()
          .atMost(AppsBed.PATIENCE)
          .until(() ->
              next.routes().apps().stream()
                  .flatMap(a -> a.endpoints().stream())
                  .allMatch(e -> e.state() == Upstream.State.DRAINING));
      long revision = next.routes().revision();
      await()
          .atMost(AppsBed.PATIENCE)
          .until(() -> bed.traffic.last().filter(s -> s.revision() >= revision).isPresent());
      assertThat(bed.traffic.idle(leaving.endpoint().toString())).isFalse();
      assertThat(slow).isNotDone();
      letGo(leaving);
      assertThat(slow.get(60, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
      await().atMost(AppsBed.PATIENCE).until(() -> state(leaving) == State.ENDED);
    }
  }

  private void awaitSeen(int inFlight) {
    await()
        .atMost(AppsBed.PATIENCE)
        .until(() -> {
          bed.traffic.want(true);
          return bed.traffic.last().flatMap(s -> s.app("tiny")).stream()
              .anyMatch(a -> a.inFlight() == inFlight);
        });
  }

  /** The request for /hold is answered. */
  private void letGo(Instance instance) throws Exception {
    bed.client.send(
        HttpRequest.newBuilder(URI.create("http://" + instance.endpoint() + "/let-go")).build(),
        HttpResponse.BodyHandlers.discarding());
  }

  @Test
  void withoutAGatewayItEndsAtOnce() {
    bed.gateway.close();
    bed.apps.apply(app(2), "kim");
    bed.awaitReady(2);
    bed.apps.scale("tiny", 1, "kim");
    bed.awaitReady(1);
  }

  private State state(Instance instance) {
    return bed.runtime.instances().stream()
        .filter(i -> i.name().equals(instance.name()))
        .findFirst()
        .orElseThrow()
        .state();
  }

  private static App app(int replicas) {
    return Tiny.draining(Tiny.app(replicas, Duration.ofMinutes(1), List.of(), "one"), DRAIN);
  }
}
