package io.opencop.sessions.member;

import static org.assertj.core.api.Assertions.assertThat;

import io.opencop.sessions.manager.Sessions;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sessions that outlive every member. */
class DiskTest {
  private static final int SESSIONS = 300;

  @TempDir Path folder;

  @Test
  void oneMemberHasItsSessionsAgainHoweverItEnded() {
    try (RealGrid grid = new RealGrid(folder, 1, true).whole()) {
      fill(grid);
      grid.grid.stop(Duration.ofSeconds(30));
      everythingIsThere(grid.whole());

      grid.kill("grid-1");
      everythingIsThere(grid.whole());
    }
  }

  private static void fill(RealGrid grid) {
    try (Sessions client = grid.client()) {
      for (int i = 0; i < SESSIONS; i++) {
        RealGrid.store(client, "s" + i, "v" + i);
      }
      assertThat(client.end("s0")).isTrue();
    }
  }

  private static void everythingIsThere(RealGrid grid) {
    try (Sessions client = grid.client()) {
      for (int i = 1; i < SESSIONS; i++) {
        assertThat(RealGrid.value(client, "s" + i)).isEqualTo("v" + i);
      }
      // Who logged out is not logged in again by a restart.
      assertThat(RealGrid.value(client, "s0")).isNull();
    }
  }
}
