package io.opencop.runtime.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.opencop.model.app.TrafficLimits;
import io.opencop.runtime.rollout.ReleaseFigures;
import io.opencop.runtime.scale.StoredMetrics;
import io.opencop.runtime.support.Tiny;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a manifest says of an app's traffic, the gateway does. */
class TrafficLimitsTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);

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
  void oneRequestAtATimeAndTheNextIsRefused() throws Exception {
    apply(new TrafficLimits(0, 0, 1, 10, MINUTE, MINUTE, MINUTE));
    CompletableFuture<HttpResponse<String>> first =
        bed.client.sendAsync(bed.request("/hold"), HttpResponse.BodyHandlers.ofString());
    await().atMost(AppsBed.PATIENCE).until(() -> bed.get("/").statusCode() == 503);
    bed.client.send(
        HttpRequest.newBuilder(
                URI.create("http://" + bed.ready().getFirst().endpoint() + "/let-go"))
            .build(),
        HttpResponse.BodyHandlers.discarding());
    assertThat(first.get(60, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
    assertThat(bed.get("/").statusCode()).isEqualTo(200);
  }

  @Test
  void moreInASecondThanItMayHaveAreToldToComeBack() {
    apply(new TrafficLimits(1, 1, 100, 10, MINUTE, MINUTE, MINUTE));
    // However slow the machine: a hundred do not take a hundred seconds.
    List<CompletableFuture<HttpResponse<String>>> all =
        IntStream.range(0, 100)
            .mapToObj(
                _ -> bed.client.sendAsync(bed.request("/"), HttpResponse.BodyHandlers.ofString()))
            .toList();
    assertThat(all.stream().map(f -> f.join().statusCode()).distinct()).contains(429);
  }

  @Test
  void whoDoesNotAnswerInTimeIsGivenUp() throws Exception {
    apply(new TrafficLimits(0, 0, 100, 10, MINUTE, MINUTE, Duration.ofMillis(300)));
    assertThat(bed.get("/long").statusCode()).isEqualTo(504);
  }

  private void apply(TrafficLimits traffic) {
    bed.apps.apply(Tiny.limited(Tiny.app(1, MINUTE, List.of(), "one"), traffic), "kim");
    bed.awaitReady(1);
    await().atMost(AppsBed.PATIENCE).until(() -> bed.gateway.routes().apps().size() == 1);
  }
}
