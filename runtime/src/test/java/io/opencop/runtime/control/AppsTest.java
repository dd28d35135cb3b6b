package io.opencop.runtime.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.opencop.model.Change;
import io.opencop.model.ChangeKind;
import io.opencop.model.app.App;
import io.opencop.model.app.Instance;
import io.opencop.model.app.Instance.State;
import io.opencop.model.message.CopException;
import io.opencop.model.message.Lang;
import io.opencop.runtime.control.Apps.Applied;
import io.opencop.runtime.control.traffic.Traffic;
import io.opencop.runtime.gateway.Gateway;
import io.opencop.runtime.gateway.GatewaySettings;
import io.opencop.runtime.local.LocalRuntime;
import io.opencop.runtime.local.LocalSettings;
import io.opencop.runtime.release.AppJson;
import io.opencop.runtime.rollout.ReleaseFigures;
import io.opencop.runtime.scale.StoredMetrics;
import io.opencop.runtime.support.Tiny;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is wanted is brought about, whatever happens in between. Real processes. */
class AppsTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration STARTUP = Duration.ofMinutes(1);

  @TempDir Path folder;
  private final ExecutorService workers = Executors.newCachedThreadPool();
  private final HttpClient client = HttpClient.newHttpClient();
  private final List<Change> changes = new CopyOnWriteArrayList<>();
  private Traffic traffic;
  private LocalRuntime runtime;
  private Apps apps;

  @BeforeEach
  void open() {
    traffic = new Traffic(ControlSettings.gateway(folder));
    runtime =
        new LocalRuntime(
            new LocalSettings(
                folder.resolve("instances"),
                Tiny::program,
                e -> traffic.idle(e.toString()),
                workers));
    apps =
        new Apps(
            new ControlSettings(
                folder,
                changes::add,
                Lang.KO,
                traffic,
                StoredMetrics.NONE,
                ReleaseFigures.NONE,
                Duration.ofMillis(500)),
            runtime);
  }

  @AfterEach
  void stopEverything() {
    apps.list().forEach(a -> apps.delete(a.state().app().name(), "test"));
    await().atMost(PATIENCE).until(() -> running().isEmpty());
    apps.close();
    runtime.close();
    traffic.close();
    workers.shutdownNow();
  }

  @Test
  void appliedTwiceNothingHappensTheSecondTime() throws Exception {
    assertThat(apps.apply(app("one"), "kim")).isEqualTo(Applied.CREATED);
    awaitServed(2, "one");
    Set<String> before = names();
    assertThat(apps.apply(app("one"), "kim")).isEqualTo(Applied.UNCHANGED);
    Thread.sleep(500);
    assertThat(names()).isEqualTo(before);
    assertThat(changes).extracting(Change::kind).containsOnly(ChangeKind.DEPLOY);
    assertThat(changes.getFirst().summary()).isEqualTo("tiny의 릴리스 1을 배포합니다.");
    assertThat(changes.getFirst().author()).isEqualTo("kim");
  }

  @Test
  void aNewReleaseTakesOverAndCanBeTakenBack() {
    apps.apply(app("one"), "kim");
    awaitServed(2, "one");
    assertThat(apps.apply(app("two"), "kim")).isEqualTo(Applied.CONFIGURED);
    awaitServed(2, "two");
    assertThat(active()).isEqualTo(2);
    apps.undo("tiny", 0, "lee");
    awaitServed(2, "one");
    assertThat(active()).isEqualTo(3);
    assertThatExceptionOfType(CopException.class).isThrownBy(() -> apps.undo("tiny", 9, "lee"));
  }

  @Test
  void aReleaseThatIsKeptTakesOverAgainWithoutAWait() {
    apps.apply(Tiny.blueGreen(app("one"), Duration.ofMinutes(5)), "kim");
    awaitServed(2, "one");
    Set<String> one = names();
    apps.apply(Tiny.blueGreen(app("two"), Duration.ofMinutes(5)), "kim");
    await().atMost(PATIENCE).until(() -> active() == 2);
    assertThat(names()).hasSize(4).containsAll(one);
    apps.undo("tiny", 0, "kim");
    await().atMost(PATIENCE).until(() -> active() == 1);
    assertThat(names()).containsAll(one);
  }

  @Test
  void theGatewaySendsRequestsOnlyToThoseThatServeWhateverIsKilledOrReplaced() throws Exception {
    Gateway gateway =
        Gateway.start(
            new GatewaySettings("127.0.0.1", 0, Optional.empty(), folder.resolve("gateway")),
            _ -> {});
    try {
      apps.apply(app("one"), "kim");
      awaitServed(2, "one");
      URI uri = URI.create(gateway.url());
      await().atMost(PATIENCE).ignoreExceptions().until(() -> through(uri).endsWith(" one"));
      AtomicBoolean done = new AtomicBoolean();
      Future<Set<String>> load =
          workers.submit(() -> {
            Set<String> failed = new TreeSet<>();
            while (!done.get()) {
              String body = through(uri);
              if (!body.startsWith("port ")) {
                failed.add(body);
              }
            }
            return failed;
          });
      ProcessHandle.of(pidOf(ready().getFirst())).orElseThrow().destroyForcibly();
      awaitServed(2, "one");
      apps.apply(app("two"), "kim");
      awaitServed(2, "two");
      apps.scale("tiny", 1, "kim");
      awaitServed(1, "two");
      done.set(true);
      assertThat(load.get()).isEmpty();
    } finally {
      gateway.close();
    }
  }

  @Test
  void thereAreAlwaysEnoughReadyDuringARollout() throws Exception {
    apps.apply(app("one"), "kim");
    awaitServed(2, "one");
    apps.restart("tiny", "kim");
    long fewest = Long.MAX_VALUE;
    long most = 0;
    while (apps.get("tiny").orElseThrow().state().rolling()) {
      fewest = Math.min(fewest, ready().size());
      most = Math.max(most, running().stream().filter(i -> i.state() != State.STOPPING).count());
      Thread.sleep(20);
    }
    assertThat(fewest).isGreaterThanOrEqualTo(2);
    assertThat(most).isLessThanOrEqualTo(3);
  }

  @Test
  void aReleaseThatNeverGetsReadyIsTakenBack() {
    apps.apply(app("one"), "kim");
    awaitServed(2, "one");
    Set<String> before = names();
    apps.apply(Tiny.app(2, Duration.ofSeconds(1), List.of("slow"), "two"), "kim");
    await()
        .atMost(PATIENCE)
        .until(() -> !apps.get("tiny").orElseThrow().state().failed().isEmpty());
    awaitServed(2, "one");
    assertThat(names()).isEqualTo(before);
    assertThat(changes).extracting(Change::summary).anyMatch(c -> c.contains("릴리스 2를 되돌렸습니다"));
  }

  @Test
  void thePlatformMayDieAtAnyTime() throws Exception {
    apps.apply(app("one"), "kim");
    awaitServed(2, "one");
    Set<String> before = names();
    apps.close();
    runtime.close();
    traffic.close();
    open();
    awaitServed(2, "one");
    assertThat(names()).isEqualTo(before);
    apps.scale("tiny", 3, "kim");
    awaitServed(3, "one");
    assertThat(names()).containsAll(before);
    assertThat(changes.getLast().summary()).isEqualTo("tiny의 인스턴스를 2개에서 3개로 바꾸었습니다(kim).");
  }

  @Test
  void underLoadMoreAreStartedUpToTheMost() throws Exception {
    apps.apply(Tiny.scaled(app("one"), 1, 2, 8), "kim");
    awaitServed(1, "one");
    get(ready().getFirst(), "/burn");
    awaitServed(2, "one");
    assertThat(changes.getLast().kind()).isEqualTo(ChangeKind.SCALE);
    assertThat(changes.getLast().id()).isEqualTo("COP-3216");
    assertThat(apps.get("tiny").orElseThrow().scaling().last().proposals()).hasSize(1);
  }

  @Test
  void oneThatFallsIllIsToldOfInWords() throws Exception {
    apps.apply(app("one"), "kim");
    awaitServed(2, "one");
    Instance sick = ready().getFirst();
    get(sick, "/sick");
    await()
        .atMost(PATIENCE)
        .until(() -> changes.stream().anyMatch(c -> c.kind() == ChangeKind.RESTART));
    assertThat(changes.stream().filter(c -> c.kind() == ChangeKind.RESTART).toList())
        .singleElement()
        .satisfies(c -> {
          assertThat(c.id()).isEqualTo("COP-3103");
          assertThat(c.summary()).startsWith(sick.name()).contains("응답 확인 2회 실패");
        });
    awaitServed(2, "one");
  }

  private static App app(String greeting) {
    return Tiny.app(2, STARTUP, List.of(), greeting);
  }

  /** Until exactly so many run, are ready, and greet in this way. */
  private void awaitServed(int count, String greeting) {
    await()
        .atMost(PATIENCE)
        .ignoreExceptions()
        .until(() -> {
          List<Instance> ready = ready();
          for (Instance instance : ready) {
            if (!get(instance, "/").endsWith(" " + greeting)) {
              return false;
            }
          }
          return ready.size() == count
              && running().size() == count
              && !apps.get("tiny").orElseThrow().state().rolling();
        });
  }

  /** The body of an answer through the gateway. */
  private String through(URI gateway) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(gateway.resolve("/tiny")).timeout(PATIENCE).build();
    return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
  }

  private long pidOf(Instance instance) {
    try {
      Path record = folder.resolve("instances").resolve(instance.name()).resolve("instance.json");
      return AppJson.mapper().readTree(record.toFile()).path("pid").asLong();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private int active() {
    return apps.get("tiny").orElseThrow().state().active();
  }

  private List<Instance> running() {
    return runtime.instances().stream().filter(Instance::runs).toList();
  }

  private List<Instance> ready() {
    return runtime.instances().stream().filter(i -> i.state() == State.READY).toList();
  }

  private Set<String> names() {
    return ready().stream().map(Instance::name).collect(Collectors.toSet());
  }

  private String get(Instance instance, String path) throws Exception {
    URI uri = URI.create("http://" + instance.endpoint() + path);
    return client
        .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString())
        .body();
  }
}
