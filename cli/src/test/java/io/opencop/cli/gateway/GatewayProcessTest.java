package io.opencop.cli.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.opencop.cli.Cop;
import io.opencop.model.app.Route;
import io.opencop.runtime.gateway.admin.AdminNote;
import io.opencop.runtime.gateway.routes.AppRoutes;
import io.opencop.runtime.gateway.routes.Routes;
import io.opencop.runtime.gateway.routes.RoutesFile;
import io.opencop.runtime.gateway.routes.Upstream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code cop gateway} as it runs for real: a process that nobody has to look after. */
class GatewayProcessTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir Path folder;

  @Test
  void itServesAloneAndEndsWhatIsInProgressWhenTold() throws Exception {
    Semaphore arrived = new Semaphore(0);
    Semaphore go = new Semaphore(0);
    HttpServer app =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
    app.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    app.createContext(
        "/",
        exchange -> {
          if (exchange.getRequestURI().getPath().equals("/slow")) {
            arrived.release();
            go.acquireUninterruptibly();
          }
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
    app.start();
    routes(app.getAddress().getPort());
    Process process = start();
    try (HttpClient client = HttpClient.newHttpClient()) {
      Awaitility.await().atMost(PATIENCE).until(() -> note() != null);
      String url = note().url();
      assertThat(status(client, url + "/")).isEqualTo(204);
      CompletableFuture<HttpResponse<Void>> slow =
          client.sendAsync(request(url + "/slow"), HttpResponse.BodyHandlers.discarding());
      assertThat(arrived.tryAcquire(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
      process.destroy();
      Awaitility.await().atMost(PATIENCE).until(() -> !reachable(url));
      go.release();
      assertThat(slow.get().statusCode()).isEqualTo(204);
      assertThat(process.waitFor()).isEqualTo(128 + 15);
      assertThat(Files.readString(folder.resolve("said")))
          .contains("takes requests at " + url)
          .contains("The gateway ends");
    } finally {
      process.destroyForcibly();
      app.stop(0);
    }
  }

  private void routes(int port) throws IOException {
    Upstream endpoint = new Upstream("a", "127.0.0.1", port, 1, Upstream.State.READY);
    AppRoutes app = new AppRoutes("shop", List.of(new Route(null, "/")), List.of(endpoint));
    new RoutesFile(folder.resolve("routes.json")).write(new Routes(1, List.of(app)));
  }

  private Process start() throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx96m",
            "-cp",
            System.getProperty("java.class.path"),
            Cop.class.getName(),
            "gateway",
            "--lang",
            "en",
            "--listen",
            "127.0.0.1:0",
            "--folder",
            folder.toString());
    // To a file: ending a process by hand closes its streams on our side.
    return builder.redirectError(folder.resolve("said").toFile()).start();
  }

  private AdminNote note() {
    return AdminNote.read(folder.resolve("gateway.json")).orElse(null);
  }

  private static HttpRequest request(String url) {
    return HttpRequest.newBuilder(URI.create(url)).timeout(PATIENCE).build();
  }

  private static int status(HttpClient client, String url) throws Exception {
    return client.send(request(url), HttpResponse.BodyHandlers.discarding()).statusCode();
  }

  private static boolean reachable(String url) {
    try (java.net.Socket _ =
        new java.net.Socket(InetAddress.getLoopbackAddress(), URI.create(url).getPort())) {
      return true;
    } catch (IOException _) {
      return false;
    }
  }
}
