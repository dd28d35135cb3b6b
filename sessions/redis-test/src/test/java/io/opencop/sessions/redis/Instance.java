package io.opencop.sessions.redis;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One instance of an application, in a process of its own, on a port of its choice. */
final class Instance implements AutoCloseable {
  private static final Pattern PORT =
      Pattern.compile("(?:listening on|Tomcat started on port) (\\d+)");

  private final Path log;
  private final Process process;

  Instance(Path log, List<String> command, Map<String, String> environment) throws IOException {
    this.log = log;
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(environment);
    process = builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
  }

  /** Waits until it listens. */
  int port() {
    await()
        .atMost(Duration.ofMinutes(3))
        .pollInterval(Duration.ofMillis(50))
        .until(() -> PORT.matcher(log()).find() || !process.isAlive());
    Matcher found = PORT.matcher(log());
    if (!found.find()) {
      throw new AssertionError(log());
    }
    return Integer.parseInt(found.group(1));
  }

  String log() {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Waits for its end. */
  int end() {
    return process.onExit().join().exitValue();
  }

  void kill() {
    process.destroyForcibly().onExit().join();
  }

  @Override
  public void close() {
    kill();
  }
}
