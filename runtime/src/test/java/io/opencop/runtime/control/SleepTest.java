package io.opencop.runtime.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.opencop.model.app.App;
import io.opencop.model.app.Scale;
import io.opencop.model.app.Scale.Measure;
import io.opencop.runtime.rollout.ReleaseFigures;
import io.opencop.runtime.scale.StoredMetrics;
import io.opencop.runtime.support.Tiny;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scaled by what the gateway and the store know: to nothing and back, and by requests. */
class SleepTest {
  private static final Duration STARTUP = Duration.ofMinutes(1);

  @TempDir Path folder;
  private final AtomicLong depth = new AtomicLong();
  private AppsBed bed;

  private final class Queue implements StoredMetrics {
    @Override
    public Map<String, Double> each(String metric, String service) {
      return Map.of();
    }

    @Override
    public OptionalDouble total(String metric, String service) {
      assertThat(metric + " of " + service).isEqualTo("queue.depth of broker");
      return OptionalDouble.of((double) depth.get());
    }
  }

  @BeforeEach
  void open() {
    bed = new AppsBed(folder, new Queue(), ReleaseFigures.NONE);
  }

  @AfterEach
  void close() {
    bed.close();
  }

  @Test
  void nobodyUsesItSoItSleepsAndTheFirstRequestWakesItAndIsAnswered() throws Exception {
    bed.apps.apply(Tiny.sleepy(app(1), 3, Duration.ofSeconds(2)), "kim");
    bed.awaitReady(1);
    await().atMost(AppsBed.PATIENCE).until(() -> bed.tiny().phase() == AppStatus.Phase.ASLEEP);
    await().atMost(AppsBed.PATIENCE).until(() -> bed.running().isEmpty());
    assertThat(bed.told()).contains("COP-3217");
    List<CompletableFuture<HttpResponse<String>>> first =
        Stream.generate(
                () -> bed.client.sendAsync(bed.request("/"), HttpResponse.BodyHandlers.ofString()))
            .limit(5)
            .toList();
    for (CompletableFuture<HttpResponse<String>> answer : first) {
      assertThat(answer.get().statusCode()).isEqualTo(200);
    }
    assertThat(bed.told()).contains("COP-3218");
    // And again, as often as one likes.
    await().atMost(AppsBed.PATIENCE).until(() -> bed.running().isEmpty());
    assertThat(bed.get("/").statusCode()).isEqualTo(200);
  }

  @Test
  void requestsInProgressAreWhatMoreAreStartedFor() throws Exception {
    Scale.Target two = new Scale.Target(Measure.CONCURRENCY, null, 2);
    bed.apps.apply(Tiny.scaledBy(app(1), 1, 2, two), "kim");
    bed.awaitReady(1);
    await().atMost(AppsBed.PATIENCE).until(() -> bed.get("/").statusCode() == 200);
    List<CompletableFuture<Void>> load =
        Stream.generate(() -> CompletableFuture.runAsync(this::ask)).limit(8).toList();
    await().atMost(AppsBed.PATIENCE).until(() -> bed.tiny().wanted() == 2);
    load.forEach(CompletableFuture::join);
    bed.awaitReady(2);
    assertThat(bed.tiny().scaling().decisions())
        .anySatisfy(d -> {
          assertThat(d.replicas()).isEqualTo(2);
          assertThat(d.proposals().getFirst().value()).isGreaterThan(2);
        });
  }

  @Test
  void aQueueOfAnotherServiceIsSharedOutAmongTheInstances() {
    Scale.Target ten = new Scale.Target(Measure.METRIC, "queue.depth", 10, "broker", true);
    depth.set(21);
    bed.apps.apply(Tiny.scaledBy(app(1), 1, 3, ten), "kim");
    bed.awaitReady(3);
    depth.set(9);
    bed.awaitReady(1);
  }

  private void ask() {
    try {
      for (int i = 0; i < 4; i++) {
        bed.get("/long");
      }
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static App app(int replicas) {
    return Tiny.app(replicas, STARTUP, List.of(), "one");
  }
}
