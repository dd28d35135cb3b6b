package io.opencop.sessions.was;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A WAR run by the launcher as it is packed, in a process of its own. */
final class Running implements AutoCloseable {
  private static final Path LAUNCHER = Path.of("target", "was", "launcher.jar").toAbsolutePath();
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final Path folder;
  private final Process process;

  /**
   * @param sessions the settings file; null: none
   */
  Running(Path folder, Path sessions, String... arguments) throws IOException {
    this.folder = Files.createDirectories(folder);
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of("-Xmx96m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Duser.language=en"));
    command.addAll(List.of("-jar", LAUNCHER.toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().remove("PORT");
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

  Running ready() {
    Path port = folder.resolve("was").resolve("port");
    await()
        .atMost(Duration.ofMinutes(2))
        .pollInterval(Duration.ofMillis(20))
        .until(() -> Files.exists(port) || !process.isAlive());
    if (!Files.exists(port)) {
      throw new AssertionError(log());
    }
    return this;
  }

  int exitCode() throws InterruptedException {
    if (!process.waitFor(2, TimeUnit.MINUTES)) {
      throw new AssertionError("still running: " + log());
    }
    return process.exitValue();
  }

  String log() {
    try {
      return Files.readString(folder.resolve("log"));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  int port() {
    try {
      return Integer.parseInt(Files.readString(folder.resolve("was").resolve("port")));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Asks with these headers (name, value, ...). */
  HttpResponse<String> get(String path, String... headers) {
    return begin(path, headers).join();
  }

  CompletableFuture<HttpResponse<String>> begin(String path, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
            .timeout(Duration.ofMinutes(1));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return HTTP.sendAsync(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  /** SIGTERM. */
  void stop() {
    process.destroy();
  }

  /** SIGKILL. */
  void kill() {
    process.destroyForcibly().onExit().join();
  }

  @Override
  public void close() {
    kill();
  }
}
