package io.opencop.sessions.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.opencop.sessions.grid.Member;
import java.io.IOException;
import java.net.ConnectException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sessions of applications that speak RESP have the same guarantees as all others. */
class RespTest {
  private static final int SESSIONS = 100;

  @TempDir Path folder;

  @Test
  void oneAddressSurvivesEveryMemberAndAMinorityRefuses() throws Exception {
    try (RealGrid grid = new RealGrid(folder, 3, false).whole()) {
      String shared = grid.grid.access().redis();
      assertThat(grid.grid.access().endpoints()).doesNotContain(shared);
      try (RespClient client = client(grid, shared)) {
        for (int i = 0; i < SESSIONS; i++) {
          assertThat(client.say("SET", "s" + i, "v" + i, "EX", "600")).isEqualTo("OK");
        }
      }
      // Whoever is asked answers, wherever it is kept.
      for (String endpoint : grid.grid.access().endpoints()) {
        everythingIsThere(grid, endpoint);
      }

      grid.kill("grid-1");
      await().atMost(Duration.ofMinutes(1)).until(() -> grid.member("grid-2").together() == 2);
      everythingIsThere(grid, shared);
      grid.whole();
      grid.kill("grid-2");
      await().atMost(Duration.ofMinutes(1)).until(() -> grid.member("grid-3").together() == 2);
      everythingIsThere(grid, shared);

      try (RespClient before = client(grid, shared)) {
        grid.kill("grid-1");
        await()
            .atMost(Duration.ofMinutes(1))
            .until(() -> grid.member("grid-3").state() == Member.State.REFUSING);
        // Who asks it all the same is told that it does not know; each cache notices for itself.
        try (RespClient own = client(grid, grid.member("grid-3").endpoint())) {
          await()
              .atMost(Duration.ofMinutes(1))
              .untilAsserted(() -> {
                assertThat(own.say("GET", "s1")).startsWith("-");
                assertThat(own.say("SET", "s1", "other")).startsWith("-");
              });
        }
        // Neither whoever was connected nor whoever comes now hears from it at the shared address.
        await()
            .atMost(Duration.ofMinutes(1))
            .untilAsserted(() ->
                assertThatThrownBy(() -> new RespClient(shared).close())
                    .isInstanceOf(ConnectException.class));
        assertThatThrownBy(() -> before.say("GET", "s1")).isInstanceOf(IOException.class);
      }
    }
  }

  @Test
  void whatClientsOfTodaySayFirstIsAnswered() throws Exception {
    try (RealGrid grid = new RealGrid(folder, 1, true).whole()) {
      String shared = grid.grid.access().redis();
      String user = grid.grid.access().user();
      String password = grid.grid.access().password();
      try (RespClient client = new RespClient(shared)) {
        assertThat(client.say("GET", "s")).startsWith("-");
        assertThat(client.say("HELLO", "3", "AUTH", user, "wrong", "SETNAME", "a"))
            .startsWith("-WRONGPASS");
      }
      try (RespClient client = new RespClient(shared)) {
        assertThat(client.say("HELLO", "3", "AUTH", user, password, "SETNAME", "a"))
            .startsWith("%");
      }
      try (RespClient client = client(grid, shared)) {
        assertThat(client.say("CLIENT", "MAINT_NOTIFICATIONS", "ON")).startsWith("-ERR");
        assertThat(client.say("CLIENT", "SETINFO", "LIB-NAME", "test")).isEqualTo("OK");
        assertThat(client.say("SELECT", "0")).isEqualTo("OK");
        assertThat(client.say("SET", "gone", "v")).isEqualTo("OK");
        assertThat(client.say("UNLINK", "gone")).isEqualTo("1");
        assertThat(client.say("GET", "gone")).isNull();
        assertThat(client.say("SET", "kept", "v", "EX", "600")).isEqualTo("OK");
      }
      grid.kill("grid-1");
      grid.whole();
      try (RespClient client = client(grid, shared)) {
        assertThat(client.say("GET", "kept")).isEqualTo("v");
        assertThat(client.say("GET", "gone")).isNull();
      }
    }
  }

  private static RespClient client(RealGrid grid, String address) throws IOException {
    RespClient client = new RespClient(address);
    assertThat(client.say("AUTH", grid.grid.access().user(), grid.grid.access().password()))
        .isEqualTo("OK");
    return client;
  }

  private static void everythingIsThere(RealGrid grid, String address) throws IOException {
    try (RespClient client = client(grid, address)) {
      for (int i = 0; i < SESSIONS; i++) {
        assertThat(client.say("GET", "s" + i)).isEqualTo("v" + i);
      }
    }
  }
}
