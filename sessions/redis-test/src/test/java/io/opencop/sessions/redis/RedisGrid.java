package io.opencop.sessions.redis;

import static org.awaitility.Awaitility.await;

import io.opencop.sessions.grid.GridAccess;
import io.opencop.sessions.grid.LocalGrid;
import io.opencop.sessions.grid.LocalGridSettings;
import io.opencop.sessions.grid.Member;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Three members in processes of their own, which an application takes for a Redis. */
final class RedisGrid implements AutoCloseable {
  static final int MEMBERS = 3;
  private final LocalGrid grid;

  RedisGrid(Path folder) {
    grid =
        new LocalGrid(
            new LocalGridSettings(
                folder,
                MEMBERS,
                Path.of(System.getProperty("java.home"), "bin", "java"),
                System.getProperty("java.class.path"),
                List.of(
                    "-Xmx160m",
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "--enable-native-access=ALL-UNNAMED",
                    "--sun-misc-unsafe-memory-access=allow")));
  }

  /** As the platform tells it to an application. */
  String url() {
    GridAccess access = grid.access();
    return "redis://" + access.user() + ":" + access.password() + "@" + access.redis();
  }

  /** Starts what is missing and waits until all are one grid. */
  RedisGrid whole() {
    await()
        .atMost(Duration.ofMinutes(3))
        .pollInterval(Duration.ofMillis(50))
        .until(() -> {
          grid.ensure();
          return grid.members().stream()
              .allMatch(m -> m.state() == Member.State.READY && m.together() == MEMBERS);
        });
    return this;
  }

  /**
   * @param number from 1
   */
  void kill(int number) {
    ProcessHandle process = grid.process("grid-" + number).orElseThrow();
    process.destroyForcibly();
    process.onExit().join();
  }

  @Override
  public void close() {
    grid.members().forEach(m -> grid.process(m.name()).ifPresent(ProcessHandle::destroyForcibly));
  }
}
