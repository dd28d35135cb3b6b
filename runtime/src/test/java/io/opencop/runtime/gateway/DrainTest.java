package io.opencop.runtime.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.opencop.runtime.gateway.routes.AppRoutes;
import io.opencop.runtime.gateway.routes.Limits;
import io.opencop.runtime.gateway.routes.Upstream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Endpoints come and go while requests keep coming. */
class DrainTest {
  @TempDir Path folder;
  private Bed bed;

  @BeforeEach
  void start() {
    bed = new Bed(folder);
  }

  @AfterEach
  void stop() {
    bed.close();
  }

  private CompletableFuture<HttpResponse<String>> later(String path) {
    return bed.client.sendAsync(bed.to(path).build(), HttpResponse.BodyHandlers.ofString());
  }

  @Test
  void oneThatDrainsEndsWhatItHasAndGetsNothingNew() throws Exception {
    Semaphore go = new Semaphore(0);
    try (JdkApp old =
            new JdkApp(e -> {
              go.acquireUninterruptibly();
              JdkApp.answer(e, 200, "old");
            });
        JdkApp young = JdkApp.saying("young")) {
      bed.route(Bed.ready("old", old.port()));
      CompletableFuture<HttpResponse<String>> slow = later("/slow");
      Awaitility.await().atMost(Bed.PATIENCE).until(() -> bed.inFlight("old") == 1);
      bed.route(Bed.draining("old", old.port()), Bed.ready("young", young.port()));
      for (int i = 0; i < 20; i++) {
        assertThat(bed.get("/").body()).isEqualTo("young");
      }
      assertThat(bed.admin("/inflight").encode()).contains("draining");
      assertThat(bed.inFlight("old")).isEqualTo(1);
      // Even where it is taken out of the routes, it counts until it has ended.
      bed.route(Bed.ready("young", young.port()));
      assertThat(bed.inFlight("old")).isEqualTo(1);
      go.release();
      assertThat(slow.get().body()).isEqualTo("old");
      assertThat(bed.inFlight("old")).isZero();
    }
  }

  @Test
  void requestsForASleepingAppAreHeldUntilItIsAwake() throws Exception {
    bed.route(Bed.app(Limits.DEFAULTS, true));
    List<CompletableFuture<HttpResponse<String>>> held = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      held.add(
          i % 2 == 0
              ? later("/")
              : bed.client.sendAsync(
                  bed.to("/").POST(HttpRequest.BodyPublishers.ofString("body")).build(),
                  HttpResponse.BodyHandlers.ofString()));
    }
    Awaitility.await().atMost(Bed.PATIENCE).until(() -> bed.waiting() == 10);
    try (JdkApp app =
        new JdkApp(e ->
            JdkApp.answer(
                e,
                200,
                "awake "
                    + new String(e.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)))) {
      bed.route(Bed.app(Limits.DEFAULTS, true, Bed.ready("a", app.port())));
      for (int i = 0; i < 10; i++) {
        assertThat(held.get(i).get().body()).isEqualTo(i % 2 == 0 ? "awake " : "awake body");
      }
      assertThat(bed.waiting()).isZero();
    }
  }

  @Test
  void holdingHasBounds() throws Exception {
    bed.route(Bed.app(new Limits(0, 0, 0, 0, 0, 1, 500), true));
    CompletableFuture<HttpResponse<String>> first = later("/");
    Awaitility.await().atMost(Bed.PATIENCE).until(() -> bed.waiting() == 1);
    HttpResponse<String> second = bed.get("/");
    assertThat(second.statusCode()).isEqualTo(503);
    assertThat(second.body()).contains("COP-3308");
    assertThat(first.get().statusCode()).isEqualTo(503);
    assertThat(first.get().body()).contains("COP-3307").contains("500 ms");
    assertThat(first.get().headers().firstValue("retry-after")).hasValue("1");
    assertThat(bed.waiting()).isZero();
  }

  @Test
  void whoeverLeavesDoesNotWait() throws Exception {
    bed.route(Bed.app(Limits.DEFAULTS, true));
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), bed.port())) {
      socket
          .getOutputStream()
          .write("GET / HTTP/1.1\r\nHost: a\r\n\r\n".getBytes(StandardCharsets.UTF_8));
      Awaitility.await().atMost(Bed.PATIENCE).until(() -> bed.waiting() == 1);
    }
    Awaitility.await().atMost(Bed.PATIENCE).until(() -> bed.waiting() == 0);
  }

  @Test
  void withoutWakingThereIsAnAnswerAtOnce() {
    bed.route(Bed.app(Limits.DEFAULTS, false));
    HttpResponse<String> answer = bed.get("/");
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.body()).contains("COP-3302");
  }

  @Test
  void anAppMayNotTakeEverything() throws Exception {
    Semaphore go = new Semaphore(0);
    try (JdkApp app =
        new JdkApp(e -> {
          go.acquireUninterruptibly();
          JdkApp.answer(e, 200, "done");
        })) {
      bed.route(Bed.app(new Limits(2, 0, 0, 0, 0, 0, 0), false, Bed.ready("a", app.port())));
      List<CompletableFuture<HttpResponse<String>>> two = List.of(later("/"), later("/"));
      Awaitility.await().atMost(Bed.PATIENCE).until(() -> bed.inFlight("a") == 2);
      HttpResponse<String> third = bed.get("/");
      assertThat(third.statusCode()).isEqualTo(503);
      assertThat(third.body()).contains("COP-3305");
      go.release(2);
      assertThat(two.getFirst().get().body()).isEqualTo("done");
      assertThat(two.getLast().get().body()).isEqualTo("done");
      assertThat(bed.stats().getInteger("refusals")).isEqualTo(1);
    }
  }

  @Test
  void aRateIsKept() throws Exception {
    try (JdkApp app = JdkApp.saying("hello")) {
      bed.route(Bed.app(new Limits(0, 0, 0, 1, 2, 0, 0), false, Bed.ready("a", app.port())));
      assertThat(bed.get("/").statusCode()).isEqualTo(200);
      assertThat(bed.get("/").statusCode()).isEqualTo(200);
      HttpResponse<String> third = bed.get("/");
      assertThat(third.statusCode()).isEqualTo(429);
      assertThat(third.body()).contains("COP-3306");
    }
  }

  /** Instances are exchanged one after the other, drained first, with requests of every kind. */
  @Test
  void aRollingReleaseUnderLoadFailsNothing() throws Exception {
    Map<String, Integer> outcomes = new ConcurrentHashMap<>();
    AtomicBoolean over = new AtomicBoolean();
    List<JdkApp> apps = new ArrayList<>();
    apps.add(JdkApp.saying("r0"));
    bed.route(Bed.ready("r0", apps.getFirst().port()));
    List<Thread> clients = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      boolean post = i % 2 == 0;
      clients.add(
          Thread.startVirtualThread(() -> {
            while (!over.get()) {
              HttpRequest.Builder request =
                  post ? bed.to("/").POST(HttpRequest.BodyPublishers.ofString("x")) : bed.to("/");
              outcomes.merge(bed.send(request).statusCode() + "", 1, Integer::sum);
            }
          }));
    }
    for (int i = 1; i <= 5; i++) {
      String was = "r" + (i - 1);
      JdkApp next = JdkApp.saying("r" + i);
      apps.add(next);
      Upstream old = Bed.draining(was, apps.get(i - 1).port());
      bed.route(old, Bed.ready("r" + i, next.port()));
      Awaitility.await().atMost(Bed.PATIENCE).until(() -> bed.inFlight(was) == 0);
      apps.get(i - 1).close();
      bed.route(Bed.ready("r" + i, next.port()));
      int before = outcomes.values().stream().mapToInt(n -> n).sum();
      Awaitility.await()
          .atMost(Bed.PATIENCE)
          .until(() -> outcomes.values().stream().mapToInt(n -> n).sum() > before + 50);
    }
    over.set(true);
    for (Thread client : clients) {
      client.join(Duration.ofSeconds(30));
    }
    apps.getLast().close();
    assertThat(outcomes).containsOnlyKeys("200");
  }

  @Test
  void aBadFileChangesNothingAndIsTalkedAbout() throws Exception {
    try (JdkApp app = JdkApp.saying("hello")) {
      bed.route(Bed.ready("a", app.port()));
      Files.writeString(bed.file.path(), "{\"revision\": 7, \"apps\": [{\"name\"");
      Awaitility.await().atMost(Bed.PATIENCE).until(() -> said("COP-3311"));
      assertThat(bed.get("/").body()).isEqualTo("hello");
      assertThat(bed.admin("/stats").getString("routes_problem")).isEqualTo("COP-3311");
      Files.delete(bed.file.path());
      Awaitility.await().atMost(Bed.PATIENCE).until(() -> said("COP-3312"));
      assertThat(bed.get("/").body()).isEqualTo("hello");
      bed.route(new AppRoutes("shop", Bed.everything(), List.of(Bed.ready("a", app.port()))));
      assertThat(bed.admin("/stats").getString("routes_problem")).isNull();
    }
  }

  private boolean said(String code) {
    return bed.said.stream().anyMatch(n -> n.code().equals(code));
  }
}
