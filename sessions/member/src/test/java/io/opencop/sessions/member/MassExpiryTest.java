package io.opencop.sessions.member;

import static org.assertj.core.api.Assertions.assertThat;

import io.opencop.sessions.manager.Sessions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Very many sessions end in the same moment. */
class MassExpiryTest {
  private static final int SESSIONS = Integer.getInteger("opencop.test.expiring", 20_000);
  private static final int THREADS = 8;

  @TempDir Path folder;

  @Test
  void eachIsToldOfOnceAndTheOthersAreServedMeanwhile() throws Exception {
    Queue<String> ended = new ConcurrentLinkedQueue<>();
    try (RealGrid grid = new RealGrid(folder, 1, false).whole();
        Sessions one = grid.client();
        Sessions two = grid.client();
        ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
      RealGrid.store(one, "lives", "on");
      AtomicInteger next = new AtomicInteger();
      for (int t = 0; t < THREADS; t++) {
        threads.submit(() -> {
          for (int i = next.getAndIncrement(); i < SESSIONS; i = next.getAndIncrement()) {
            one.create("s" + i, RealGrid.session("x".repeat(2000), 1));
          }
          return null;
        });
      }
      while (next.get() < SESSIONS) {
        Thread.sleep(50);
      }
      Thread.sleep(1_200);

      // Leases this short let both instances look at the same time.
      Future<?> other = threads.submit(() -> sweepAll(two, ended));
      int served = 0;
      Future<?> first = threads.submit(() -> sweepAll(one, ended));
      while (!first.isDone() || !other.isDone()) {
        assertThat(RealGrid.value(two, "lives")).isEqualTo("on");
        served++;
      }
      first.get();
      other.get();
      assertThat(served).isPositive();
    }
    assertThat(ended).doesNotHaveDuplicates().hasSize(SESSIONS);
  }

  private static void sweepAll(Sessions sessions, Queue<String> ended) {
    int quiet = 0;
    while (quiet < 3) {
      int before = ended.size();
      sessions.sweep(Duration.ofMillis(2), s -> ended.add(s.id()));
      quiet = ended.size() == before ? quiet + 1 : 0;
    }
  }
}
