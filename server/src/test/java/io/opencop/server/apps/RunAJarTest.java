package io.opencop.server.apps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.opencop.server.OpenCop;
import io.opencop.server.Running;
import io.opencop.server.config.ConfigLoader;
import io.opencop.server.config.ConfigSources;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real JAR on the whole program: run, healed, told, its output kept; and over restarts. */
class RunAJarTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String ADMIN = "admin";
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path folder;
  private final HttpClient client = HttpClient.newHttpClient();
  private Running running;

  @BeforeEach
  void build() throws IOException {
    TinyApp.jar(folder.resolve("tiny.jar"));
  }

  @AfterEach
  void leaveNothingBehind() throws Exception {
    if (running == null) {
      return;
    }
    for (JsonNode app : get("/api/v1/apps").path("apps")) {
      call("DELETE", "/api/v1/apps/" + app.path("name").asText(), "", 204);
    }
    await().atMost(PATIENCE).until(() -> processes().isEmpty());
    running.close();
  }

  @Test
  void anInstanceThatIsKilledIsReplacedAndItIsTold() throws Exception {
    start("stop");
    assertThat(apply("hello", 200).at("/apps/0/result").asText()).isEqualTo("created");
    awaitReady(2);
    assertThat(apply("hello", 200).at("/apps/0/result").asText()).isEqualTo("unchanged");
    JsonNode first = get("/api/v1/apps/tiny").at("/instances/0");
    assertThat(ask(first, "/")).isEqualTo("tiny hello");
    assertThat(Long.parseLong(ask(first, "/memory"))).isLessThanOrEqualTo(128L << 20);

    kill(first.path("name").asText());
    await()
        .atMost(PATIENCE)
        .until(() ->
            get("/api/v1/changes?kind=restart")
                .findValuesAsText("summary")
                .toString()
                .contains(first.path("name").asText()));
    awaitReady(2);
    assertThat(names()).doesNotContain(first.path("name").asText());
    assertThat(get("/api/v1/changes?kind=deploy").findValuesAsText("service")).contains("tiny");
  }

  @Test
  void whatItPrintsIsInTheStoreOnceAlsoOverARestart() throws Exception {
    start("keep");
    apply("hello", 200);
    awaitReady(2);
    Set<String> before = names();
    JsonNode one = get("/api/v1/apps/tiny").at("/instances/0");
    ask(one, "/fail");
    ask(one, "/say/before");
    awaitLogs("said", 1);
    running.close();
    assertThat(processes()).hasSize(2);

    ask(one, "/say/between");
    start("keep");
    awaitReady(2);
    assertThat(names()).isEqualTo(before);
    ask(one, "/say/after");
    List<JsonNode> said = awaitLogs("said", 3);
    assertThat(said)
        .extracting(l -> l.path("body").asText())
        .containsExactly(
            "2026-11-22 INFO said before",
            "2026-11-22 INFO said between",
            "2026-11-22 INFO said after");
    assertThat(said)
        .allSatisfy(l -> {
          assertThat(l.path("severity").asText()).isEqualTo("info");
          assertThat(l.path("instance").asText()).isEqualTo(one.path("name").asText());
        });
    List<JsonNode> failure = awaitLogs("stock", 1);
    assertThat(failure.getFirst().path("body").asText())
        .startsWith("java.lang.IllegalStateException: 주문 7 실패")
        .contains("\tat io.opencop")
        .contains("Caused by: java.io.IOException: no stock");
    assertThat(awaitLogs("listening", 2)).hasSize(2);
  }

  @Test
  void oneInstanceIsRestartedAndTheTimelineSaysWhoAskedInTheReadersLanguage() throws Exception {
    start("stop");
    apply("hello", 200);
    awaitReady(2);
    String one = names().iterator().next();
    String other = names().stream().filter(n -> !n.equals(one)).findFirst().orElseThrow();
    call("POST", "/api/v1/apps/tiny/instances/" + one + "/restart", "", 200);
    await().atMost(PATIENCE).until(() -> !names().contains(one));
    awaitReady(2);
    assertThat(names()).contains(other);
    await()
        .atMost(PATIENCE)
        .until(() -> get("/api/v1/changes?kind=restart").path("changes").size() == 1);
    JsonNode change = get("/api/v1/changes?kind=restart").at("/changes/0");
    assertThat(change.path("id").asText()).isEqualTo("COP-3111");
    assertThat(change.path("author").asText()).isEqualTo(ADMIN);
    assertThat(change.path("summary").asText()).contains(one).contains(ADMIN);
    JsonNode korean = call("GET", "/api/v1/changes?kind=restart", "", 200, "ko");
    assertThat(korean.at("/changes/0/summary").asText())
        .matches(one + "[을를] 다시 시작했습니다: " + ADMIN + "의 요청입니다.");
    JsonNode gone = call("POST", "/api/v1/apps/tiny/instances/" + one + "/restart", "", 404);
    assertThat(gone.path("code").asText()).isEqualTo("COP-3240");
  }

  @Test
  void thePlatformThatIsToldToStopEndsWhatItRuns() throws Exception {
    start("stop");
    apply("hello", 200);
    awaitReady(2);
    Set<String> before = names();
    running.close();
    assertThat(processes()).isEmpty();
    start("stop");
    awaitReady(2);
    assertThat(names()).doesNotContainAnyElementsOf(before);
    assertThat(get("/api/v1/apps/tiny").path("instances")).hasSize(2);
    assertThat(get("/api/v1/changes?kind=restart").path("changes")).isEmpty();
  }

  @Test
  void whatCannotBeRunIsRefusedWithEveryReasonAndChangesNothing() throws Exception {
    start("stop");
    JsonNode wrong =
        applyText(
            """
            apiVersion: opencop.io/v1alpha1
            kind: App
            metadata: { name: tiny }
            spec:
              source: { jar: nothing.jar }
              prot: 80
            """,
            400);
    assertThat(wrong.path("code").asText()).isEqualTo("COP-3003");
    JsonNode both =
        applyText(
            """
            apiVersion: opencop.io/v1alpha1
            kind: App
            metadata: { name: tiny }
            spec:
              source: { war: tiny.jar }
              env: { PASSWORD: { secret: db, key: password } }
              sessions: {}
            """,
            400);
    assertThat(both.findValuesAsText("code")).contains("COP-3232", "COP-3614", "COP-3615");
    assertThat(get("/api/v1/apps").path("apps")).isEmpty();
    assertThat(call("GET", "/api/v1/apps/tiny", "", 404).path("code").asText())
        .isEqualTo("COP-3201");
  }

  private void start(String onStop) {
    running =
        OpenCop.start(
            ConfigLoader.load(
                ConfigSources.of(
                    "data.dir=" + folder.resolve("data"),
                    "data.min-free=1MiB",
                    "web.port=0",
                    "otlp.grpc-port=0",
                    "otlp.http-port=0",
                    "self.enabled=false",
                    "gateway.enabled=false",
                    "sessions.enabled=false",
                    "runtime.on-stop=" + onStop)),
            _ -> {});
  }

  private JsonNode apply(String greeting, int status) throws Exception {
    return applyText(
        """
        apiVersion: opencop.io/v1alpha1
        kind: App
        metadata: { name: tiny }
        spec:
          source: { jar: tiny.jar }
          env: { GREETING: %s }
          resources: { memory: 200Mi }
          health: { readiness: { http: /, period: 200ms } }
          scale: { min: 2 }
        """
            .formatted(greeting),
        status);
  }

  private JsonNode applyText(String manifest, int status) throws Exception {
    ObjectNode body = JSON.createObjectNode();
    body.put("manifest", manifest).put("source", "app.yaml").put("folder", folder.toString());
    return call("POST", "/api/v1/apps", body.toString(), status);
  }

  private void awaitReady(int count) {
    await()
        .atMost(PATIENCE)
        .ignoreExceptions()
        .until(() -> {
          JsonNode app = get("/api/v1/apps/tiny");
          return app.path("phase").asText().equals("ready") && names().size() == count;
        });
  }

  private List<JsonNode> awaitLogs(String text, int count) {
    List<JsonNode> found = new ArrayList<>();
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> {
          found.clear();
          get("/api/v1/logs?service=tiny&order=oldest&text=" + text)
              .path("logs")
              .forEach(found::add);
          assertThat(found).hasSize(count);
        });
    return found;
  }

  private Set<String> names() throws Exception {
    Set<String> names = new TreeSet<>();
    for (JsonNode instance : get("/api/v1/apps/tiny").path("instances")) {
      if (instance.path("state").asText().equals("ready")) {
        names.add(instance.path("name").asText());
      }
    }
    return names;
  }

  private String ask(JsonNode instance, String path) throws Exception {
    URI uri = URI.create("http://" + instance.path("address").asText() + path);
    return client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString()).body();
  }

  private void kill(String name) throws IOException {
    Path record = folder.resolve("data/runtime/instances").resolve(name).resolve("instance.json");
    long pid = JSON.readTree(record.toFile()).path("pid").asLong();
    ProcessHandle.of(pid).orElseThrow().destroyForcibly();
  }

  /** Of the test's own JAR, whoever started them. */
  private List<ProcessHandle> processes() {
    String artefacts = folder.resolve("data").toString();
    return ProcessHandle.allProcesses()
        .filter(p ->
            p.info().arguments().stream()
                .flatMap(java.util.Arrays::stream)
                .anyMatch(a -> a.startsWith(artefacts) && a.endsWith(".jar")))
        .toList();
  }

  private JsonNode get(String path) throws Exception {
    return call("GET", path, "", 200);
  }

  private JsonNode call(String method, String path, String body, int status) throws Exception {
    return call(method, path, body, status, "en");
  }

  private JsonNode call(String method, String path, String body, int status, String lang)
      throws Exception {
    Path token = folder.resolve("data").resolve("admin.token");
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(running.url() + path))
            .header("authorization", "Bearer " + Files.readString(token).trim())
            .header("content-type", "application/json")
            .header("x-cop-lang", lang)
            .method(method, BodyPublishers.ofString(body))
            .build();
    var answer = client.send(request, BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(path + answer.body()).isEqualTo(status);
    return JSON.readTree(answer.body());
  }
}
