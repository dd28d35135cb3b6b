package io.opencop.sessions.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Spring Session with Lettuce, set up as its guide says, but for the address. */
class SpringSessionPackagedTest {
  private static final Path JAR = Path.of("app", "target", "redis-app.jar").toAbsolutePath();

  @TempDir Path folder;
  private final Browser browser = new Browser();

  @Test
  void sessionsOutliveInstancesAndEveryMemberOfTheGrid() throws Exception {
    try (RedisGrid grid = new RedisGrid(folder.resolve("grid")).whole();
        Instance a = spring("a", grid);
        Instance b = spring("b", grid)) {
      String first = browser.get(a, "/login?user=kim");
      assertThat(browser.get(b, "/cart?add=tea")).isEqualTo("kim [tea]");
      // A new id for the same session.
      assertThat(browser.get(b, "/login?user=kim")).isNotEqualTo(first);
      assertThat(browser.get(a, "/cart?add=rice")).isEqualTo("kim [tea, rice]");
      a.kill();
      assertThat(browser.get(b, "/cart")).isEqualTo("kim [tea, rice]");
      assertThat(browser.refused()).isZero();

      // One of them is the one it is connected to.
      String cart = "kim [tea, rice]";
      for (int member = 1; member <= RedisGrid.MEMBERS; member++) {
        grid.kill(member);
        assertThat(browser.get(b, "/cart")).isEqualTo(cart);
        browser.refused();
        String salted = browser.get(b, "/cart?add=salt");
        // One that was refused may have been kept.
        assertThat(salted).startsWith(cart.substring(0, cart.length() - 1) + ", salt");
        assertThat(salted.split("salt", -1))
            .hasSizeLessThanOrEqualTo(cart.split("salt", -1).length + 1 + browser.refused());
        cart = salted;
        grid.whole();
      }
      assertThat(browser.get(b, "/logout")).isEqualTo("bye");
      assertThat(browser.get(b, "/cart")).isEqualTo("null []");

      browser.get(b, "/login?user=lee");
      browser.get(b, "/short?seconds=1");
      await()
          .atMost(Duration.ofMinutes(1))
          // Asking prolongs it.
          .pollInterval(Duration.ofSeconds(2))
          .until(() -> browser.get(b, "/cart").equals("null []"));

      // Infinispan 16.0 does not tell of keys by pattern: who wants the index hears of it at once.
      try (Instance indexed =
          spring("indexed", grid, "--spring.session.redis.repository-type=indexed")) {
        assertThat(indexed.end()).isNotZero();
        assertThat(indexed.log()).contains("ERR unknown command");
      }
    }
  }

  private Instance spring(String name, RedisGrid grid, String... more) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-jar",
                JAR.toString(),
                "--server.port=0",
                "--server.address=127.0.0.1",
                "--spring.session.redis.namespace=shop:session"));
    command.addAll(List.of(more));
    // Not on the command line, which every user of the machine can read.
    return new Instance(
        folder.resolve(name + ".log"), command, Map.of("SPRING_DATA_REDIS_URL", grid.url()));
  }
}
