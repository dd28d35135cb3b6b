package io.opencop.sessions.tomcat;

import static org.awaitility.Awaitility.await;

import io.opencop.sessions.grid.GridAccess;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** One running instance of {@link TestApp}. */
final class Instance implements AutoCloseable {
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final Path folder;
  private final Process process;
  private int port;

  /** One that is patient: a busy machine is not what is tested. */
  Instance(Path folder, GridAccess grid) throws IOException {
    this(folder, grid, "WAIT", 30);
  }

  Instance(Path folder, GridAccess grid, String policy, int seconds) throws IOException {
    this(folder, grid, policy, seconds, "");
  }

  /**
   * @param own a folder of classes that others do not have
   */
  Instance(Path folder, GridAccess grid, String policy, int seconds, String own)
      throws IOException {
    this.folder = folder;
    Files.createDirectories(folder);
    process =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx96m",
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-Duser.language=en",
                    "-cp",
                    System.getProperty("java.class.path") + File.pathSeparator + own,
                    TestApp.class.getName(),
                    folder.toString(),
                    grid.servers(),
                    grid.password(),
                    policy,
                    Integer.toString(seconds)))
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("log").toFile())
            .start();
  }

  Instance ready() throws IOException {
    await().atMost(Duration.ofMinutes(2)).until(() -> Files.exists(folder.resolve("port")));
    port = Integer.parseInt(Files.readString(folder.resolve("port")));
    return this;
  }

  String log() throws IOException {
    return Files.readString(folder.resolve("log"));
  }

  void kill() {
    process.destroyForcibly().onExit().join();
  }

  /** A browser: one cookie, kept and sent to whichever instance is asked. */
  static final class Browser {
    volatile String cookie;

    /**
     * @return status and body
     */
    HttpResponse<String> ask(Instance instance, String path) {
      return begin(instance, path).join();
    }

    String text(Instance instance, String path) {
      HttpResponse<String> response = ask(instance, path);
      if (response.statusCode() != 200) {
        throw new AssertionError(path + ": " + response.statusCode() + " " + response.body());
      }
      return response.body();
    }

    CompletableFuture<HttpResponse<String>> begin(Instance instance, String path) {
      return send(request(instance, path).build());
    }

    /** Sends a form. */
    HttpResponse<String> post(Instance instance, String path, String form) {
      return send(request(instance, path)
              .header("Content-Type", "application/x-www-form-urlencoded")
              .POST(HttpRequest.BodyPublishers.ofString(form))
              .build())
          .join();
    }

    private CompletableFuture<HttpResponse<String>> send(HttpRequest request) {
      return HTTP.sendAsync(request, HttpResponse.BodyHandlers.ofString())
          .thenApply(response -> {
            keep(response);
            return response;
          });
    }

    /** Returns with the first byte of the response. */
    HttpResponse<java.io.InputStream> stream(Instance instance, String path)
        throws IOException, InterruptedException {
      HttpResponse<java.io.InputStream> response =
          HTTP.send(request(instance, path).build(), HttpResponse.BodyHandlers.ofInputStream());
      keep(response);
      return response;
    }

    private HttpRequest.Builder request(Instance instance, String path) {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + instance.port + path))
              .timeout(Duration.ofSeconds(60));
      if (cookie != null) {
        request.header("Cookie", "JSESSIONID=" + cookie);
      }
      return request;
    }

    private void keep(HttpResponse<?> response) {
      for (String header : response.headers().allValues("Set-Cookie")) {
        if (header.startsWith("JSESSIONID=")) {
          cookie = header.substring("JSESSIONID=".length()).split(";", 2)[0];
        }
      }
    }
  }

  @Override
  public void close() {
    kill();
  }
}
