package io.opencop.runtime.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.opencop.model.app.App;
import io.opencop.model.app.Instance;
import io.opencop.model.app.Instance.State;
import io.opencop.model.app.Release;
import io.opencop.model.app.RestartReason;
import io.opencop.model.app.Workload;
import io.opencop.runtime.release.AppJson;
import io.opencop.runtime.support.Tiny;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real processes, really killed. */
class LocalRuntimeTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir Path folder;
  private final ExecutorService workers = Executors.newCachedThreadPool();
  private final HttpClient client = HttpClient.newHttpClient();
  private LocalRuntime runtime;

  @BeforeEach
  void open() {
    runtime = new LocalRuntime(new LocalSettings(folder, Tiny::program, _ -> true, workers));
  }

  @AfterEach
  void stopEverything() throws IOException {
    pids().forEach(pid -> Signals.toGroup(pid, Signals.KILL));
    runtime.close();
    pids().forEach(pid -> Signals.toGroup(pid, Signals.KILL));
    workers.shutdownNow();
  }

  @Test
  void soManyAsAreWantedGetReadyAndAnswer() throws Exception {
    runtime.ensure(workload(2));
    awaitReady(2);
    for (Instance instance : ready()) {
      assertThat(get(instance, "/")).isEqualTo("port " + instance.endpoint().port() + " hello");
    }
    assertThat(ready()).extracting(Instance::name).allMatch(n -> n.matches("tiny-r1-[a-z2-9]{5}"));
    runtime.ensure(workload(1));
    await().atMost(PATIENCE).until(() -> running().size() == 1);
    runtime.remove(workload(1).id(), RestartReason.DELETED);
    await().atMost(PATIENCE).until(() -> running().isEmpty());
    assertThat(runtime.instances())
        .extracting(i -> i.exit().reason())
        .containsExactlyInAnyOrder(RestartReason.SCALED_DOWN, RestartReason.DELETED);
  }

  @Test
  void oneThatIsKilledIsReplaced() throws Exception {
    runtime.ensure(workload(2));
    awaitReady(2);
    Instance victim = ready().getFirst();
    Signals.toGroup(pid(victim), Signals.KILL);
    await().atMost(PATIENCE).until(() -> ended(victim).isPresent());
    Instance.Exit exit = ended(victim).orElseThrow().exit();
    assertThat(exit.code()).isEqualTo(128 + 9);
    assertThat(exit.reason()).isEqualTo(RestartReason.CRASHED);
    awaitReady(2);
  }

  @Test
  void thePlatformMayDieAndFindsThemAgain() throws Exception {
    runtime.ensure(workload(2));
    awaitReady(2);
    List<String> before = names(ready());
    Instance lost = ready().getLast();
    runtime.close();
    forgetPid(ready().getFirst().name());
    kill(lost);
    open();
    assertThat(runtime.instances()).extracting(Instance::name).containsAll(before);
    // The gateway must not lose it for as long as it takes to ask.
    assertThat(names(ready())).containsExactly(before.getFirst());
    runtime.ensure(workload(2));
    await().atMost(PATIENCE).until(() -> ended(lost).isPresent());
    assertThat(ended(lost).orElseThrow().exit().reason()).isEqualTo(RestartReason.ENDED_UNSEEN);
    awaitReady(2);
    assertThat(names(ready())).contains(before.getFirst()).doesNotContain(lost.name());
  }

  @Test
  void onesThatRunForLongAreNotTakenForSlowStarters() throws Exception {
    runtime.ensure(workload(2));
    awaitReady(2);
    List<String> before = names(ready());
    runtime.close();
    for (String name : before) {
      Path record = folder.resolve(name).resolve("instance.json");
      Files.writeString(
          record,
          Files.readString(record)
              .replaceFirst("\"createdMillis\" *: *\\d+", "\"createdMillis\":1"));
    }
    open();
    runtime.ensure(workload(2));
    await()
        .during(Duration.ofSeconds(1))
        .until(() -> Set.copyOf(names(ready())).equals(Set.copyOf(before)));
  }

  @Test
  void whatEndedUnseenIsToldOnceAndWhatWasSeenNotAgain() throws Exception {
    runtime.ensure(workload(1));
    awaitReady(1);
    Instance seen = ready().getFirst();
    Signals.toGroup(pid(seen), Signals.KILL);
    await().atMost(PATIENCE).until(() -> ended(seen).isPresent());
    awaitReady(1);
    Instance unseen = ready().getFirst();
    runtime.close();
    kill(unseen);
    for (int start = 0; start < 2; start++) {
      open();
      List<Instance> told = new CopyOnWriteArrayList<>();
      runtime.watch(told::add);
      runtime.ensure(workload(1));
      awaitReady(1);
      assertThat(told.stream().filter(i -> i.exit() != null).map(Instance::name))
          .isEqualTo(start == 0 ? List.of(unseen.name()) : List.of());
      assertThat(ended(seen).orElseThrow().exit().reason()).isEqualTo(RestartReason.CRASHED);
      assertThat(ended(seen).orElseThrow().exit().code()).isEqualTo(128 + 9);
      runtime.close();
    }
  }

  /** Returns when it is gone: one that is just ending would be adopted and seen to end. */
  private void kill(Instance instance) throws IOException {
    long pid = pid(instance);
    Signals.toGroup(pid, Signals.KILL);
    await().atMost(PATIENCE).until(() -> ProcFs.stat(pid).filter(ProcFs.Stat::alive).isEmpty());
  }

  @Test
  void oneThatIsAdoptedAfterItsStartUpTimeHasThatTimeAgain() throws Exception {
    runtime.ensure(workload(1));
    awaitReady(1);
    Instance old = ready().getFirst();
    runtime.close();
    // As if it had been started yesterday, or the clock had been set, and never been seen ready.
    Files.deleteIfExists(folder.resolve(old.name()).resolve("ready"));
    Path record = folder.resolve(old.name()).resolve("instance.json");
    ObjectNode json = (ObjectNode) AppJson.mapper().readTree(record.toFile());
    json.put("createdMillis", System.currentTimeMillis() - Duration.ofDays(1).toMillis());
    Files.write(record, AppJson.mapper().writeValueAsBytes(json));
    open();
    runtime.ensure(workload(1));
    awaitReady(1);
    assertThat(names(ready())).containsExactly(old.name());
  }

  @Test
  void oneThatSaysItIsSickIsReplaced() throws Exception {
    runtime.ensure(workload(1));
    awaitReady(1);
    Instance sick = ready().getFirst();
    get(sick, "/sick");
    await().atMost(PATIENCE).until(() -> ended(sick).isPresent());
    assertThat(ended(sick).orElseThrow().exit().reason()).isEqualTo(RestartReason.LIVENESS_FAILED);
    awaitReady(1);
  }

  @Test
  void oneThatDoesNotGetReadyIsGivenUp() {
    runtime.ensure(workload(1, Duration.ofMillis(1500), "slow"));
    await().atMost(PATIENCE).until(() -> !endedAll().isEmpty());
    assertThat(endedAll().getFirst().exit().reason()).isEqualTo(RestartReason.STARTUP_TOO_SLOW);
  }

  @Test
  void anotherOnesPortIsNotTakenForItsOwn() throws Exception {
    try (ServerSocket stranger = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      int port = stranger.getLocalPort();
      assertThat(Listening.by(ownGroup(), port)).isTrue();
      runtime.ensure(workload(1));
      awaitReady(1);
      assertThat(Listening.by(pid(ready().getFirst()), port)).isFalse();
    }
  }

  @Test
  void oneThatIsDeafToTermIsKilledAfterItsGrace() throws Exception {
    runtime.ensure(workload(1, Duration.ofMinutes(1), "deaf", "child"));
    awaitReady(1);
    Instance deaf = ready().getFirst();
    long child = child(deaf);
    assertThat(ProcessHandle.of(child)).isPresent();
    runtime.remove(deaf.workload(), RestartReason.DELETED);
    await().atMost(PATIENCE).until(() -> ended(deaf).isPresent());
    assertThat(ended(deaf).orElseThrow().exit().code()).isEqualTo(128 + 9);
    assertThat(Files.readString(output(deaf))).contains("TERM ignored");
    await()
        .atMost(PATIENCE)
        .until(() -> !ProcessHandle.of(child).map(ProcessHandle::isAlive).orElse(false));
  }

  @Test
  void oneThatCrashesAgainAndAgainIsStartedMoreAndMoreSlowly() throws Exception {
    runtime.ensure(workload(1, Duration.ofMinutes(1), "crash"));
    await().atMost(PATIENCE).until(() -> endedAll().size() >= 3);
    List<Instance> crashes = endedAll();
    assertThat(crashes).allMatch(i -> i.exit().code() == 7);
    Instant second = crashes.get(1).exit().at();
    assertThat(Duration.between(second, crashes.get(2).started()).toMillis())
        .isGreaterThanOrEqualTo(950);
  }

  @Test
  void oneThatEatsTooMuchIsEndedForIt() throws Exception {
    runtime.ensure(workload(1));
    awaitReady(1);
    Instance greedy = ready().getFirst();
    workers.execute(() -> eat(greedy));
    await().atMost(PATIENCE).until(() -> ended(greedy).isPresent());
    assertThat(ended(greedy).orElseThrow().exit().reason()).isEqualTo(RestartReason.OUT_OF_MEMORY);
    awaitReady(1);
  }

  private static Workload workload(int replicas) {
    return workload(replicas, Duration.ofMinutes(1));
  }

  private static Workload workload(int replicas, Duration startup, String... habits) {
    App app = Tiny.app(replicas, startup, List.of(habits), "hello");
    return new Workload(new Release(1, "d", app, "", "1", Instant.EPOCH, null), replicas);
  }

  private void awaitReady(int count) {
    await().atMost(PATIENCE).until(() -> ready().size() == count && running().size() == count);
  }

  private List<Instance> ready() {
    return runtime.instances().stream().filter(i -> i.state() == State.READY).toList();
  }

  private List<Instance> running() {
    return runtime.instances().stream().filter(Instance::runs).toList();
  }

  private List<Instance> endedAll() {
    return runtime.instances().stream().filter(i -> i.exit() != null).toList();
  }

  private Optional<Instance> ended(Instance instance) {
    return endedAll().stream().filter(i -> i.name().equals(instance.name())).findFirst();
  }

  private static List<String> names(List<Instance> instances) {
    return instances.stream().map(Instance::name).toList();
  }

  private String get(Instance instance, String path) throws Exception {
    URI uri = URI.create("http://" + instance.endpoint() + path);
    return client
        .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString())
        .body();
  }

  /** It does not live to answer. */
  private void eat(Instance instance) {
    try {
      get(instance, "/eat");
    } catch (Exception e) {
      assertThat(e).isInstanceOf(IOException.class);
    }
  }

  private Path output(Instance instance) {
    return folder.resolve(instance.name()).resolve("out.log");
  }

  private long child(Instance instance) throws IOException {
    return Files.readAllLines(output(instance)).stream()
        .filter(l -> l.startsWith("child "))
        .mapToLong(l -> Long.parseLong(l.substring(6)))
        .findFirst()
        .orElseThrow();
  }

  private static long ownGroup() {
    return ProcFs.stat(ProcessHandle.current().pid()).orElseThrow().group();
  }

  private long pid(Instance instance) throws IOException {
    return new InstanceFolders(folder)
        .read().stream()
            .filter(r -> r.name().equals(instance.name()))
            .findFirst()
            .orElseThrow()
            .pid();
  }

  /** As if the platform had died between starting it and writing down its pid. */
  private void forgetPid(String instance) throws IOException {
    Path record = folder.resolve(instance).resolve("instance.json");
    String text = Files.readString(record);
    Files.writeString(record, text.replaceAll("\"pid\":[0-9]+", "\"pid\":0"));
  }

  private Stream<Long> pids() throws IOException {
    return new InstanceFolders(folder).read().stream().map(InstanceRecord::pid).filter(p -> p > 1);
  }
}
