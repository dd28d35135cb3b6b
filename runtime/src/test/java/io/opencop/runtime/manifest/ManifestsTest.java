package io.opencop.runtime.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.opencop.model.app.App;
import io.opencop.model.app.EnvValue;
import io.opencop.model.app.Probe;
import io.opencop.model.app.Rollout;
import io.opencop.model.app.Route;
import io.opencop.model.app.Scale;
import io.opencop.model.app.SessionSettings.DuplicateLogin;
import io.opencop.model.app.Source;
import io.opencop.model.message.CopException;
import io.opencop.model.message.Lang;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a manifest says, what it leaves out, and everything that can be wrong with it. */
class ManifestsTest {
  @TempDir Path folder;

  @BeforeEach
  void artefact() throws IOException {
    Files.createFile(folder.resolve("app.jar"));
  }

  @Test
  void sixLinesAreEnough() {
    App app =
        one(
            """
            apiVersion: opencop.io/v1alpha1
            kind: App
            metadata: { name: storefront }
            spec:
              source: { jar: app.jar }
              sessions: {}
            """);
    assertThat(app.name()).isEqualTo("storefront");
    assertThat(app.source()).isEqualTo(new Source.Jar(folder.resolve("app.jar").toString()));
    assertThat(app.scale().min()).isEqualTo(2);
    assertThat(app.scale().max()).isEqualTo(2);
    assertThat(app.scale().down().window()).isEqualTo(Duration.ofMinutes(5));
    assertThat(app.routes()).containsExactly(new Route("storefront.localhost", "/"));
    assertThat(app.health().readiness().check()).isEqualTo(new Probe.Check.Guess());
    assertThat(app.health().liveness()).isNull();
    assertThat(app.resources().memoryBytes()).isEqualTo(512L << 20);
    assertThat(app.sessions().duplicate()).isEqualTo(DuplicateLogin.ALLOW);
    assertThat(app.rollout())
        .isEqualTo(new Rollout.Rolling(new Rollout.Amount(25, true), new Rollout.Amount(0, false)));
  }

  @Test
  void wordsOfACommandThatBeginWithADotCountFromTheManifest() {
    App app =
        one(
            """
            apiVersion: opencop.io/v1alpha1
            kind: App
            metadata: { name: clock }
            spec:
              source: { command: [node, ./server.js, ../shared, .hidden, a/./b, --in=./x] }
            """);
    assertThat(app.source())
        .isEqualTo(
            new Source.Command(
                List.of(
                    "node",
                    folder.resolve("server.js").toString(),
                    folder.resolveSibling("shared").toString(),
                    ".hidden",
                    "a/./b",
                    "--in=./x")));
  }

  @Test
  void everyFieldIsRead() {
    App app =
        one(
            """
            apiVersion: opencop.io/v1alpha1
            kind: App
            metadata:
              name: order
              labels: { team: 주문 }
            spec:
              source: { command: [sleep, "60"] }
              port: 8080
              env:
                GREETING: 안녕
                NUMBER: 8
                DB_PASSWORD: { secret: db, key: password, file: true }
              resources: { memory: 1Gi, cpu: 500m }
              health:
                readiness: { http: /ready, period: 1s, timeout: 500ms, failures: 2, successes: 2 }
                liveness: { tcp: true }
                startup: 90s
              stop: { drain: 5s, grace: 20s }
              scale:
                min: 0
                max: 9
                cpu: 70
                requests: 12.5
                metrics: [{ name: queue.depth, value: 30 }]
                up: { window: 10s, policies: [{ amount: 50%, period: 30s }], choose: min }
                down: { choose: disabled }
              rollout:
                strategy: canary
                steps: [{ weight: 5, hold: 30s }, { weight: 100 }]
              sessions: { timeout: 30m, unreachable: local, duplicateLogin: endOld, shared: shop }
              routes: [{ host: "*.example.com", path: /order }]
            """);
    assertThat(app.env())
        .containsEntry("GREETING", new EnvValue.Plain("안녕"))
        .containsEntry("NUMBER", new EnvValue.Plain("8"))
        .containsEntry("DB_PASSWORD", new EnvValue.Secret("db", "password", true));
    assertThat(app.resources().cpu()).isEqualTo(0.5);
    assertThat(app.health().readiness())
        .isEqualTo(
            new Probe(
                new Probe.Check.Http("/ready"),
                Duration.ofSeconds(1),
                Duration.ofMillis(500),
                2,
                2));
    assertThat(app.scale().targets())
        .extracting(Scale.Target::measure)
        .containsExactly(Scale.Measure.CPU, Scale.Measure.REQUESTS, Scale.Measure.METRIC);
    assertThat(app.scale().up().policies())
        .containsExactly(new Scale.Policy(true, 50, Duration.ofSeconds(30)));
    assertThat(app.scale().down().choice()).isEqualTo(Scale.Choice.DISABLED);
    assertThat(app.rollout())
        .isEqualTo(
            new Rollout.Canary(
                List.of(
                    new Rollout.Step(5, Duration.ofSeconds(30)),
                    new Rollout.Step(100, Duration.ofMinutes(1)))));
    assertThat(app.sessions().shared()).isEqualTo("shop");
  }

  @Test
  void everythingThatIsWrongIsToldAtOnceWithItsPlace() {
    List<String> told =
        wrong(
            """
            apiVersion: opencop.io/v1alpha1
            kind: App
            metadata: { nmae: order, name: Order_1 }
            spec:
              source: { jar: app.jar }
              resources: { memory: lots }
              scale:
                mim: 2
                max: two
                cpu: 70
                cpu: 80
              routes: { host: a }
            """);
    assertThat(told)
        .satisfiesExactlyInAnyOrder(
            m -> assertThat(m).startsWith("app.yaml:3:13: ").contains("nmae", "Did you mean name?"),
            m -> assertThat(m).startsWith("app.yaml:3:32: ").contains("metadata.name", "Order_1"),
            m -> assertThat(m).startsWith("app.yaml:6:24: ").contains("memory", "lots"),
            m -> assertThat(m).startsWith("app.yaml:8:5: ").contains("mim", "Did you mean min?"),
            m -> assertThat(m).startsWith("app.yaml:9:10: ").contains("max", "two"),
            m -> assertThat(m).startsWith("app.yaml:11:5: ").contains("twice", "line 10"),
            m -> assertThat(m).startsWith("app.yaml:12:11: ").contains("routes", "list"));
  }

  @Test
  void whatCannotBeTogetherIsTold() {
    List<String> told =
        wrong(
            """
            apiVersion: opencop.io/v1alpha1
            kind: App
            metadata: { name: order }
            spec:
              source: { jar: none.jar }
              health: { readiness: { http: /, tcp: true } }
              scale: { min: 5, max: 3 }
              rollout: { surge: 0 }
            """);
    assertThat(told)
        .satisfiesExactly(
            m -> assertThat(m).startsWith("app.yaml:5:18: ").contains("none.jar", "file"),
            m -> assertThat(m).startsWith("app.yaml:6:24: ").contains("exactly one of"),
            m -> assertThat(m).startsWith("app.yaml:7:25: ").contains("3", "spec.scale.min (5)"),
            m -> assertThat(m).startsWith("app.yaml:8:21: ").contains("surge"));
  }

  @Test
  void whatIsMissingIsTold() {
    assertThat(wrong("kind: App\nspec: {}\n"))
        .satisfiesExactlyInAnyOrder(
            m -> assertThat(m).contains("apiVersion is missing"),
            m -> assertThat(m).contains("metadata is missing"),
            m -> assertThat(m).contains("spec.source is missing"));
    assertThat(wrong("")).singleElement().asString().contains("no App");
    assertThat(wrong("a: [1\n")).singleElement().asString().startsWith("app.yaml:2:1: not valid");
  }

  @Test
  void theReaderSLanguageIsSpokenDownToTheExpectation() {
    assertThatExceptionOfType(CopException.class)
        .isThrownBy(
            () -> read("apiVersion: v2\nkind: App\nmetadata: {name: a}\nspec: {source: {}}"))
        .satisfies(e ->
            assertThat(e.notices().getFirst().lines(Lang.KO))
                .contains("apiVersion에 v2 값을 쓸 수 없습니다")
                .contains("opencop.io/v1alpha1 중 하나"));
  }

  @Test
  void severalDocumentsAndJsonAreTaken() {
    String json =
        """
        {"apiVersion":"opencop.io/v1alpha1","kind":"App","metadata":{"name":"%s"},
         "spec":{"source":{"jar":"app.jar"}}}
        """;
    assertThat(read(json.formatted("one") + "---\n" + json.formatted("two")))
        .extracting(App::name)
        .containsExactly("one", "two");
  }

  @Test
  void hostileDocumentsEndQuicklyInAMessage() {
    assertThat(wrong("[".repeat(100_000))).hasSize(1);
    assertThat(wrong("a: &a [*a]\n")).isNotEmpty();
    assertThat(wrong("#".repeat(2 << 20))).hasSize(1);
    assertThat(wrong("!!javax.script.ScriptEngineManager [x]\n")).hasSize(1);
  }

  private List<App> read(String text) {
    return Manifests.read("app.yaml", text, folder);
  }

  private App one(String text) {
    List<App> apps = read(text);
    assertThat(apps).hasSize(1);
    return apps.getFirst();
  }

  private List<String> wrong(String text) {
    try {
      read(text);
    } catch (CopException e) {
      return e.notices().stream().map(n -> n.text(Lang.EN)).toList();
    }
    throw new AssertionError("taken: " + text);
  }
}
