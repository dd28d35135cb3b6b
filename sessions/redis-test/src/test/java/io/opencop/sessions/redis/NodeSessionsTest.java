package io.opencop.sessions.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tour's Node application: Express with connect-redis, as they come from their makers. */
class NodeSessionsTest {
  private static final Path APP = Path.of("..", "..", "examples", "tour", "node");
  private static final Pattern VISITS = Pattern.compile("\"visits\":(\\d+)");

  @TempDir Path folder;
  private final Browser browser = new Browser();
  private int visits;

  @Test
  void sessionsOutliveInstancesAndEveryMemberOfTheGrid() throws Exception {
    assumeTrue(install(), "node or npm is not here, or npm's registry cannot be reached");
    try (RedisGrid grid = new RedisGrid(folder.resolve("grid")).whole();
        Instance a = node("a", grid);
        Instance b = node("b", grid)) {
      visit(a, "/?name=Kim");
      for (int i = 0; i < 5; i++) {
        assertThat(visit(b, "/") + visit(a, "/")).isZero();
      }
      a.kill();
      assertThat(visit(b, "/")).isZero();

      // One of them is the one it is connected to; each has the only other copy of something.
      for (int member = 1; member <= RedisGrid.MEMBERS; member++) {
        grid.kill(member);
        visit(b, "/");
        grid.whole();
        visit(b, "/");
      }
      assertThat(b.log()).contains("sessions: ");

      assertThat(browser.get(b, "/forget")).contains("true");
      assertThat(browser.get(b, "/")).contains("\"visits\":1}").doesNotContain("Kim");
    }
  }

  /**
   * A visit that was refused may have been counted; one that was answered was.
   *
   * @return how many were refused
   */
  private int visit(Instance instance, String path) throws Exception {
    String answer = browser.get(instance, path);
    int refused = browser.refused();
    assertThat(answer).contains("\"name\":\"Kim\"");
    Matcher counted = VISITS.matcher(answer);
    assertThat(counted.find()).as(answer).isTrue();
    int now = Integer.parseInt(counted.group(1));
    assertThat(now).isBetween(visits + 1, visits + 1 + refused);
    visits = now;
    return refused;
  }

  private boolean install() throws IOException, InterruptedException {
    for (String file : List.of("server.js", "package.json", ".npmrc")) {
      Files.copy(APP.resolve(file), folder.resolve(file));
    }
    try {
      new ProcessBuilder("node", "--version").start();
      Process npm =
          new ProcessBuilder("npm", "install", "--prefer-offline")
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve("npm.log").toFile())
              .start();
      boolean ended = npm.waitFor(3, TimeUnit.MINUTES);
      npm.destroyForcibly();
      return ended && npm.exitValue() == 0;
    } catch (IOException e) {
      // There is no such program.
      return false;
    }
  }

  private Instance node(String name, RedisGrid grid) throws IOException {
    return new Instance(
        folder.resolve(name + ".log"),
        List.of("node", folder.resolve("server.js").toString()),
        Map.of(
            "OPENCOP_SESSIONS_REDIS_URL",
            grid.url(),
            "OPENCOP_SESSIONS_REDIS_PREFIX",
            "clock:",
            "PORT",
            "0"));
  }
}
