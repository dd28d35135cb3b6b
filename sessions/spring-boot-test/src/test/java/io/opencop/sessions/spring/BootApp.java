package io.opencop.sessions.spring;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One instance of an executable jar, in a process of its own. */
final class BootApp implements AutoCloseable {
  private static final Pattern PORT = Pattern.compile("Tomcat started on port (\\d+)");

  private final Path folder;
  private final Process process;
  private int port;

  /**
   * @param sessions the settings file; null: none
   */
  BootApp(Path folder, Path jar, Path sessions) throws IOException {
    this.folder = Files.createDirectories(folder);
    ProcessBuilder builder =
        new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-jar",
                jar.toString(),
                "--server.port=0",
                "--server.address=127.0.0.1",
                "--spring.security.user.name=kim",
                "--spring.security.user.password=secret"));
    builder.environment().remove("OPENCOP_SESSIONS_FILE");
    if (sessions != null) {
      builder.environment().put("OPENCOP_SESSIONS_FILE", sessions.toString());
    }
    process =
        builder
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("log").toFile())
            .start();
  }

  void ready() {
    await()
        .atMost(Duration.ofMinutes(3))
        .pollInterval(Duration.ofMillis(50))
        .until(() -> PORT.matcher(log()).find() || !process.isAlive());
    Matcher found = PORT.matcher(log());
    if (!found.find()) {
      throw new AssertionError(log());
    }
    port = Integer.parseInt(found.group(1));
  }

  int port() {
    return port;
  }

  String log() {
    try {
      return Files.readString(folder.resolve("log"));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  void kill() {
    process.destroyForcibly().onExit().join();
  }

  @Override
  public void close() {
    kill();
  }
}
