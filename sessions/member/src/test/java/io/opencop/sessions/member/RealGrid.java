package io.opencop.sessions.member;

import static org.awaitility.Awaitility.await;

import io.opencop.sessions.grid.LocalGrid;
import io.opencop.sessions.grid.LocalGridSettings;
import io.opencop.sessions.grid.Member;
import io.opencop.sessions.manager.SessionHeader;
import io.opencop.sessions.manager.SessionSettings;
import io.opencop.sessions.manager.SessionState;
import io.opencop.sessions.manager.Sessions;
import io.opencop.sessions.manager.SessionsUnavailableException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Members in processes of their own, and a client of theirs. */
final class RealGrid implements AutoCloseable {
  private static final List<String> JVM =
      List.of(
          "-Xmx256m",
          "-XX:+UseSerialGC",
          "-XX:TieredStopAtLevel=1",
          "--enable-native-access=ALL-UNNAMED",
          "--sun-misc-unsafe-memory-access=allow");

  final LocalGrid grid;

  RealGrid(Path folder, int members, boolean disk) {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    grid =
        new LocalGrid(
            new LocalGridSettings(
                folder, members, disk, java, System.getProperty("java.class.path"), JVM));
  }

  /** Starts what is missing and waits until all are one grid. */
  RealGrid whole() {
    int all = grid.members().size();
    await()
        .pollDelay(Duration.ZERO)
        .atMost(Duration.ofMinutes(3))
        .until(() -> {
          grid.ensure();
          return grid.members().stream()
              .allMatch(m -> m.state() == Member.State.READY && m.together() == all);
        });
    return this;
  }

  Member member(String name) {
    return grid.members().stream().filter(m -> m.name().equals(name)).findFirst().orElseThrow();
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

  Sessions client() {
    return client(grid.access().servers());
  }

  /** One that knows only these at first; it learns of the others. */
  Sessions client(String servers) {
    return new Sessions(
        SessionSettings.of(servers, grid.access().user(), grid.access().password(), "test"));
  }

  static SessionState session(String value, int timeoutSeconds) {
    return new SessionState(
        SessionHeader.anonymous(System.currentTimeMillis(), timeoutSeconds),
        Map.of("value", value.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
  }

  /** The value of a session, however often one has to ask; null where there is none. */
  static String value(Sessions client, String id) {
    String[] found = new String[1];
    await()
        .pollDelay(Duration.ZERO)
        .atMost(Duration.ofMinutes(1))
        .until(() -> {
          try {
            found[0] =
                client
                    .load(id)
                    .map(s ->
                        new String(
                            s.state().attributes().get("value"),
                            java.nio.charset.StandardCharsets.UTF_8))
                    .orElse(null);
            return true;
          } catch (SessionsUnavailableException e) {
            return false;
          }
        });
    return found[0];
  }

  /** Stores, however often one has to try. */
  static void store(Sessions client, String id, String value) {
    await()
        .pollDelay(Duration.ZERO)
        .atMost(Duration.ofMinutes(1))
        .until(() -> {
          try {
            client.create(id, session(value, 1800));
            return true;
          } catch (SessionsUnavailableException e) {
            return false;
          }
        });
  }

  /** Ends, however often one has to try. */
  static void end(Sessions client, String id) {
    await()
        .pollDelay(Duration.ZERO)
        .atMost(Duration.ofMinutes(1))
        .until(() -> {
          try {
            client.end(id);
            return true;
          } catch (SessionsUnavailableException e) {
            return false;
          }
        });
  }

  @Override
  public void close() {
    grid.members().forEach(m -> grid.process(m.name()).ifPresent(ProcessHandle::destroyForcibly));
  }
}
