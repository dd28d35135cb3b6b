package io.opencop.sessions.tomcat;

import static org.awaitility.Awaitility.await;

import io.opencop.sessions.grid.LocalGrid;
import io.opencop.sessions.grid.LocalGridSettings;
import io.opencop.sessions.grid.Member;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A real grid in processes of its own. */
final class TestGrid implements AutoCloseable {
  final LocalGrid grid;
  private final int members;

  TestGrid(Path folder, int members) {
    this.members = members;
    grid =
        new LocalGrid(
            new LocalGridSettings(
                folder,
                members,
                Path.of(System.getProperty("java.home"), "bin", "java"),
                System.getProperty("java.class.path"),
                List.of(
                    "-Xmx160m",
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "--enable-native-access=ALL-UNNAMED",
                    "--sun-misc-unsafe-memory-access=allow")));
    grid.ensure();
  }

  void awaitWhole() {
    await()
        .atMost(Duration.ofMinutes(2))
        .pollInterval(Duration.ofMillis(50))
        .until(() -> {
          // One whose port somebody took meanwhile is started again, as the platform does it.
          grid.ensure();
          return all(Member.State.READY, members);
        });
  }

  private boolean all(Member.State state, int together) {
    return grid.members().stream().allMatch(m -> m.state() == state && m.together() == together);
  }

  void kill(String member) {
    ProcessHandle process = grid.process(member).orElseThrow();
    process.destroyForcibly();
    process.onExit().join();
  }

  void signal(String member, String signal) throws IOException, InterruptedException {
    long pid = grid.process(member).orElseThrow().pid();
    new ProcessBuilder("kill", "-" + signal, Long.toString(pid)).start().waitFor();
  }

  @Override
  public void close() {
    grid.members().forEach(m -> grid.process(m.name()).ifPresent(ProcessHandle::destroyForcibly));
  }
}
