package io.opencop.sessions.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.opencop.sessions.grid.Member;
import io.opencop.sessions.manager.Sessions;
import io.opencop.sessions.manager.SessionsUnavailableException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Three members that die, hang and are cut off: two of them are the grid, one alone is not. */
class MajorityTest {
  private static final int SESSIONS = 200;

  @TempDir Path folder;

  @Test
  void twoOfThreeGoOnWithEverySessionAndTheLastOneRefuses() throws Exception {
    try (RealGrid grid = new RealGrid(folder, 3, false).whole();
        Sessions client = grid.client()) {
      for (int i = 0; i < SESSIONS; i++) {
        RealGrid.store(client, "s" + i, "v" + i);
      }

      grid.kill("grid-2");
      await().atMost(Duration.ofMinutes(1)).until(() -> grid.member("grid-1").together() == 2);
      assertThat(grid.member("grid-1").state()).isEqualTo(Member.State.READY);
      everySessionIsThere(client);
      RealGrid.store(client, "later", "yes");

      grid.whole();
      // Whoever has the only copy now is the one that was away.
      grid.kill("grid-1");
      everySessionIsThere(client);
      assertThat(RealGrid.value(client, "later")).isEqualTo("yes");

      grid.kill("grid-3");
      await()
          .atMost(Duration.ofMinutes(1))
          .until(() -> grid.member("grid-2").state() == Member.State.REFUSING);
      assertThatThrownBy(() -> client.load("s1")).isInstanceOf(SessionsUnavailableException.class);
      assertThatThrownBy(() -> client.create("s1", RealGrid.session("other", 60)))
          .isInstanceOf(SessionsUnavailableException.class);
    }
  }

  @Test
  void aMemberThatStoodStillNeverAnswersOutOfWhatItKnew() throws Exception {
    try (RealGrid grid = new RealGrid(folder, 3, false).whole();
        Sessions client = grid.client();
        OneMember sleeper = new OneMember(grid, "grid-1")) {
      for (int i = 0; i < SESSIONS; i++) {
        RealGrid.store(client, "s" + i, "before");
        RealGrid.store(client, "ended" + i, "before");
      }

      Map<String, String> known = sleeper.all();
      assertThat(known).hasSize(2 * SESSIONS);

      // Nothing comes from it or gets to it, and none of its connections is closed.
      grid.signal("grid-1", "STOP");
      await().atMost(Duration.ofMinutes(1)).until(() -> grid.member("grid-2").together() == 2);
      for (int i = 0; i < SESSIONS; i++) {
        RealGrid.store(client, "s" + i, "v" + i);
        RealGrid.end(client, "ended" + i);
      }

      grid.signal("grid-1", "CONT");
      // At once, over a connection it had before: nobody else would show it so early.
      for (String key : known.keySet()) {
        assertThat(sleeper.value(key)).isNotEqualTo(known.get(key));
      }
      try (Sessions other = grid.client(grid.member("grid-1").endpoint())) {
        everySessionIsThere(other);
        noneCameBack(other);
        grid.whole();
        everySessionIsThere(other);
        noneCameBack(other);
      }
      everySessionIsThere(client);
    }
  }

  @Test
  void aMemberThatNeverGoesOnIsReplaced() throws Exception {
    try (RealGrid grid = new RealGrid(folder, 3, false).whole();
        Sessions client = grid.client()) {
      for (int i = 0; i < SESSIONS; i++) {
        RealGrid.store(client, "s" + i, "v" + i);
      }
      ProcessHandle hung = grid.grid.process("grid-2").orElseThrow();
      grid.signal("grid-2", "STOP");
      await()
          .atMost(Duration.ofMinutes(2))
          .until(() -> {
            grid.grid.ensure();
            return !hung.isAlive();
          });
      grid.whole();
      everySessionIsThere(client);
    }
  }

  @Test
  void whoIsAloneRefusesUntilTheOthersAreBack() throws Exception {
    try (RealGrid grid = new RealGrid(folder, 3, false).whole();
        Sessions client = grid.client()) {
      RealGrid.store(client, "s0", "v0");
      grid.signal("grid-2", "STOP");
      grid.signal("grid-3", "STOP");
      await()
          .atMost(Duration.ofMinutes(1))
          .until(() -> grid.member("grid-1").state() == Member.State.REFUSING);
      grid.signal("grid-2", "CONT");
      grid.signal("grid-3", "CONT");
      grid.whole();
      assertThat(RealGrid.value(client, "s0")).isEqualTo("v0");
    }
  }

  private static void noneCameBack(Sessions client) {
    for (int i = 0; i < SESSIONS; i++) {
      assertThat(RealGrid.value(client, "ended" + i)).isNull();
    }
  }

  private static void everySessionIsThere(Sessions client) {
    for (int i = 0; i < SESSIONS; i++) {
      assertThat(RealGrid.value(client, "s" + i)).isEqualTo("v" + i);
    }
  }
}
