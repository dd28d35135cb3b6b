package io.opencop.server.apps.keep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import io.opencop.model.app.Route;
import io.opencop.model.message.Notice;
import io.opencop.runtime.gateway.admin.AdminNotes;
import io.opencop.runtime.gateway.routes.AppRoutes;
import io.opencop.runtime.gateway.routes.Routes;
import io.opencop.runtime.gateway.routes.RoutesFile;
import io.opencop.runtime.gateway.routes.Upstream;
import io.opencop.server.apps.OwnProgram;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A platform of another program, or with other settings, finds the gateway of the one before. */
@EnabledOnOs(OS.LINUX)
class GatewayUpgradeTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir Path folder;
  private final List<Notice> said = new CopyOnWriteArrayList<>();
  private final ConcurrentMap<String, Integer> outcomes = new ConcurrentHashMap<>();
  private final AtomicBoolean over = new AtomicBoolean();
  private final List<Thread> clients = new ArrayList<>();
  private final Semaphore arrived = new Semaphore(0);
  private final Semaphore go = new Semaphore(0);
  private HttpServer app;
  private GatewayKeeper keeper;

  @BeforeEach
  void start() throws IOException {
    app = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
    app.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    app.createContext(
        "/",
        exchange -> {
          if (exchange.getRequestURI().getPath().equals("/hold")) {
            arrived.release();
            go.acquireUninterruptibly();
          }
          exchange.getRequestBody().readAllBytes();
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
    app.start();
    Upstream one =
        new Upstream("a", "127.0.0.1", app.getAddress().getPort(), 1, Upstream.State.READY);
    new RoutesFile(folder.resolve("routes.json"))
        .write(
            new Routes(
                1, List.of(new AppRoutes("shop", List.of(new Route(null, "/")), List.of(one)))));
  }

  @AfterEach
  void end() throws Exception {
    over.set(true);
    for (Thread client : clients) {
      client.join(PATIENCE);
    }
    if (keeper != null) {
      keeper.stop();
    }
    app.stop(0);
  }

  @Test
  void aNewOneTakesOverAndNoRequestFails() throws Exception {
    keeper = keeper("1");
    keeper.want();
    awaitVersion("1");
    long first = keeper.state().pid();
    String url = keeper.url().orElseThrow();
    HttpClient client = HttpClient.newHttpClient();
    CompletableFuture<HttpResponse<Void>> held =
        client.sendAsync(request(url + "/hold", "GET"), BodyHandlers.discarding());
    assertThat(arrived.tryAcquire(60, TimeUnit.SECONDS)).isTrue();
    load(url);
    awaitMore(200);
    keeper.close();

    keeper = keeper("2");
    awaitVersion("2");
    assertThat(keeper.state().pid()).isNotEqualTo(first);
    assertThat(keeper.state().restarts()).isZero();
    assertThat(keeper.state().problem()).isNull();
    assertThat(keeper.url()).hasValue(url);
    assertThat(said.getLast().message()).isEqualTo(KeeperMessage.GATEWAY_SUCCEEDED);
    awaitMore(200);
    // The old one has a request in progress, and is there as long as that takes.
    assertThat(held).isNotDone();
    assertThat(new AdminNotes(folder).of(first)).isPresent();
    go.release();
    assertThat(held.get(60, TimeUnit.SECONDS).statusCode()).isEqualTo(204);
    await().atMost(PATIENCE).until(() -> new AdminNotes(folder).of(first).isEmpty());
    await().atMost(PATIENCE).until(() -> ProcessHandle.of(first).isEmpty());
    awaitMore(50);
    assertThat(outcomes).containsOnlyKeys("204");
  }

  @Test
  void oneThatCannotStartLeavesTheOldOneServing() throws Exception {
    keeper = keeper("1");
    keeper.want();
    awaitVersion("1");
    long first = keeper.state().pid();
    keeper.close();

    keeper = keeper("2", "-XX:ThereIsNoSuchFlag");
    await().atMost(PATIENCE).until(() -> keeper.state().problem() != null);
    assertThat(keeper.state().problem().message()).isEqualTo(KeeperMessage.GATEWAY_NOT_SUCCEEDED);
    assertThat(keeper.state().pid()).isEqualTo(first);
    assertThat(ask(keeper.url().orElseThrow(), "GET")).isEqualTo("204");
    keeper.close();

    // The same as runs: there is nothing to do.
    keeper = keeper("1");
    awaitVersion("1");
    assertThat(keeper.state().pid()).isEqualTo(first);
    assertThat(keeper.state().problem()).isNull();
  }

  private GatewayKeeper keeper(String version, String... flags) {
    List<String> all =
        new ArrayList<>(
            List.of(
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-Dtest.version=" + version));
    all.addAll(List.of(flags));
    OwnProgram program =
        new OwnProgram(
            Path.of(System.getProperty("java.home"), "bin", "java"),
            all,
            System.getProperty("java.class.path"),
            GatewayTestMain.class.getName());
    return new GatewayKeeper(
        new GatewayPlan(program, folder, "127.0.0.1:0", Optional.empty(), Optional.empty(), "", ""),
        said::add);
  }

  private void awaitVersion(String version) {
    await()
        .atMost(PATIENCE)
        .until(() ->
            keeper.state().phase().equals("running") && keeper.state().version().equals(version));
  }

  /** On kept connections, GET and POST, until the end of the test. */
  private void load(String url) {
    for (int i = 0; i < 6; i++) {
      String method = i % 2 == 0 ? "GET" : "POST";
      clients.add(
          Thread.startVirtualThread(() -> {
            while (!over.get()) {
              outcomes.merge(ask(url, method), 1, Integer::sum);
            }
          }));
    }
  }

  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private static String ask(String url, String method) {
    try {
      return String.valueOf(
          CLIENT.send(request(url + "/", method), BodyHandlers.discarding()).statusCode());
    } catch (IOException e) {
      return e.toString();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return e.toString();
    }
  }

  private static HttpRequest request(String url, String method) {
    return HttpRequest.newBuilder(URI.create(url))
        .timeout(PATIENCE)
        .method(
            method,
            method.equals("GET")
                ? HttpRequest.BodyPublishers.noBody()
                : HttpRequest.BodyPublishers.ofString("x"))
        .build();
  }

  private void awaitMore(int more) {
    int before = total();
    await().atMost(PATIENCE).until(() -> total() > before + more);
  }

  private int total() {
    return outcomes.values().stream().mapToInt(n -> n).sum();
  }
}
