package io.opencop.runtime.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.opencop.model.app.App;
import io.opencop.model.app.Rollout.Step;
import io.opencop.runtime.rollout.Red;
import io.opencop.runtime.scale.StoredMetrics;
import io.opencop.runtime.support.Tiny;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A new release gets its share, is watched, and takes over or goes. Real processes. */
class CanaryTest {
  private static final Step HALF = new Step(50, Duration.ofSeconds(2));
  private static final Step HALF_FOR_LONG = new Step(50, Duration.ofMinutes(9));

  @TempDir Path folder;
  private final Map<String, Red> stored = new ConcurrentHashMap<>();
  private AppsBed bed;

  @BeforeEach
  void open() {
    bed = new AppsBed(folder, StoredMetrics.NONE, this::figures);
  }

  private Red figures(String app, String version, Instant from, Instant to) {
    assertThat(from).isBefore(to);
    return stored.getOrDefault(version, Red.NONE);
  }

  @AfterEach
  void close() {
    bed.close();
  }

  @Test
  void oneThatDoesAsWellGetsHalfAndThenEverything() throws Exception {
    deploy("one");
    bed.apps.apply(Tiny.canary(app("two"), HALF), "kim");
    Map<String, Integer> answers = new TreeMap<>();
    while (bed.tiny().state().rolling()) {
      boolean watched = bed.tiny().canary() != null;
      String body = bed.get("/work").body();
      if (watched) {
        answers.merge(body.substring(body.lastIndexOf(' ') + 1), 1, Integer::sum);
      }
    }
    bed.awaitReady(2);
    assertThat(bed.tiny().state().active()).isEqualTo(2);
    assertThat(answers.get("two")).isGreaterThan(25);
    assertThat(answers.get("one")).isGreaterThan(25);
    assertThat(bed.told()).containsSubsequence("COP-3210", "COP-3220", "COP-3211");
    await().atMost(AppsBed.PATIENCE).until(() -> bed.get("/work").body().endsWith(" two"));
  }

  @Test
  void oneThatFailsAtItsWorkIsTakenBackWithTheFigures() throws Exception {
    deploy("one");
    bed.apps.apply(Tiny.canary(app("broken"), HALF_FOR_LONG), "kim");
    while (bed.tiny().state().rolling()) {
      bed.get("/work");
    }
    assertThat(bed.tiny().state().active()).isEqualTo(1);
    assertThat(bed.tiny().state().failed()).isEqualTo("COP-3222");
    assertThat(bed.changes.getLast().summary()).contains("50 %").contains("100.00 % of");
    bed.awaitReady(2);
    assertThat(bed.get("/work").body()).endsWith(" one");
  }

  @Test
  void oneThatTellsOfItselfThatItIsSlowIsTakenBack() {
    deploy("one");
    stored.put("r1", new Red(1000, 2, 40));
    stored.put("r2", new Red(1000, 2, 400));
    bed.apps.apply(Tiny.canary(app("two"), HALF_FOR_LONG), "kim");
    await().atMost(AppsBed.PATIENCE).until(() -> !bed.tiny().state().rolling());
    assertThat(bed.tiny().state().failed()).isEqualTo("COP-3223");
    assertThat(bed.changes.getLast().summary()).contains("400 ms").contains("40 ms");
  }

  private void deploy(String greeting) {
    bed.apps.apply(app(greeting), "kim");
    bed.awaitReady(2);
    await().atMost(AppsBed.PATIENCE).until(() -> bed.get("/").statusCode() == 200);
  }

  private static App app(String greeting) {
    return Tiny.app(2, Duration.ofMinutes(1), List.of(), greeting);
  }
}
