package io.opencop.cli.asking;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.opencop.cli.asking.RealPlatform.Said;
import io.opencop.model.message.Lang;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands for apps against the real server, which runs a real process. */
class AppsTest {
  @TempDir static Path home;
  private static RealPlatform platform;

  @BeforeAll
  static void start() {
    platform = new RealPlatform(home);
  }

  @AfterAll
  static void stop() {
    platform.close();
  }

  @Test
  void anAppIsAppliedWatchedScaledTakenBackAndDeleted() throws Exception {
    Path manifest = manifest("tick.yaml", "tick", "one", 1);
    assertThat(run("apply", "-f", manifest.toString(), "--dry-run"))
        .isEqualToIgnoringNewLines("app/tick created (dry run)");
    assertThat(run("apply", "-f", manifest.toString()))
        .isEqualToIgnoringNewLines("app/tick created");
    assertThat(run("apply", "-f", manifest.toString()))
        .isEqualToIgnoringNewLines("app/tick unchanged");
    assertThat(run("rollout", "status", "app", "tick")).contains("release 1 is rolled out");
    assertThat(run("get", "apps")).containsPattern("tick +1/1 +ready +1 +r1 +command");
    assertThat(run("get", "instances", "-o", "name")).startsWith("instance/tick-r1-");
    JsonNode json = new ObjectMapper().readTree(run("get", "app", "tick", "-o", "json"));
    assertThat(json.at("/apps/0/instances/0/state").asText()).isEqualTo("ready");
    assertThat(run("describe", "app", "tick")).contains("WORD").doesNotContain("one");

    assertThat(run("scale", "app/tick", "--replicas", "2")).contains("app/tick scaled");
    run("rollout", "status", "app/tick");
    assertThat(run("get", "apps")).containsPattern("tick +2/2 +ready");

    run("apply", "-f", manifest("tick.yaml", "tick", "two", 1).toString());
    run("rollout", "status", "app", "tick");
    assertThat(run("rollout", "undo", "app", "tick")).contains("app/tick rolled back");
    assertThat(run("rollout", "status", "app", "tick")).contains("release 3 is rolled out");
    assertThat(run("rollout", "history", "app", "tick")).containsPattern("3 +r1 .* \\*");
    assertThat(run("get", "changes")).contains("deploy", "scale", "tick");

    assertThat(run("delete", "app", "tick")).isEqualToIgnoringNewLines("app/tick deleted");
    Said gone = platform.run(Lang.EN, "get", "app", "tick");
    assertThat(gone.code()).isEqualTo(1);
    assertThat(gone.err()).contains("There is no app tick", "COP-3201", "cop get apps");
  }

  @Test
  void everyMistakeIsToldWithItsPlaceInBothLanguages() throws Exception {
    Path manifest =
        Files.writeString(
            home.resolve("wrong.yaml"),
            """
            apiVersion: opencop.io/v1alpha1
            kind: App
            metadata: { name: Wrong_Name }
            spec:
              source: { jar: build/none.jar }
              prot: 80
            """);
    Said said = platform.run(Lang.EN, "apply", "-f", manifest.toString());
    assertThat(said.code()).isEqualTo(1);
    assertThat(said.err())
        .contains("wrong.yaml:3:", "COP-3005", "wrong.yaml:6:", "Did you mean port?", "COP-3234");
    assertThat(platform.run(Lang.KO, "apply", "-f", manifest.toString()).err())
        .contains("혹시 port입니까?", "매니페스트에 고칠 곳이 2군데");
    Files.writeString(
        manifest,
        Files.readString(manifest).replace("Wrong_Name", "right").replace("  prot: 80\n", ""));
    assertThat(platform.run(Lang.EN, "apply", "-f", manifest.toString()).err())
        .contains("COP-3011", home.resolve("build/none.jar").toString());
    assertThat(platform.run(Lang.EN, "apply", "-f", home.resolve("no.yaml").toString()).code())
        .isEqualTo(1);
  }

  @Test
  void diffEndsWithNoughtOneOrTwoAndShowsNoValues() throws Exception {
    Path manifest = manifest("two.yaml", "duo", "secret-word", 1);
    Files.writeString(
        manifest,
        Files.readString(manifest)
            + "---\n"
            + Files.readString(manifest("one.yaml", "solo", "word", 1)));
    Said both = platform.run(Lang.EN, "diff", "-f", manifest.toString());
    assertThat(both.code()).isEqualTo(1);
    assertThat(both.out()).contains("--- app/duo", "+++ app/solo", "+  name: duo", "@@ -0,0 +1,");
    assertThat(run("apply", "-f", manifest.toString()))
        .isEqualToIgnoringNewLines("app/duo created\napp/solo created");
    assertThat(run("diff", "-f", manifest.toString())).isEmpty();
    manifest("two.yaml", "duo", "other-word", 3);
    Said changed = platform.run(Lang.EN, "diff", "-f", manifest.toString());
    assertThat(changed.code()).isEqualTo(1);
    assertThat(changed.out())
        .contains("-    min: 1", "+    min: 3", "*** (before)", "*** (after)")
        .doesNotContain("secret-word", "other-word", "solo");
    Files.writeString(manifest, "kind: Nothing");
    assertThat(platform.run(Lang.EN, "diff", "-f", manifest.toString()).code()).isEqualTo(2);
    run("delete", "app", "duo");
    run("delete", "app", "solo");
  }

  @Test
  void renderPrintsKubernetesAndSaysWhatItLeavesOut() throws Exception {
    Path manifest = manifest("tick.yaml", "tick", "one", 2);
    Said without = platform.run(Lang.EN, "render", "-f", manifest.toString());
    assertThat(without.code()).isEqualTo(1);
    assertThat(without.err()).contains("COP-3012", "--image");
    Said rendered =
        platform.run(Lang.EN, "render", "-f", manifest.toString(), "--image", "example/tick:1");
    assertThat(rendered.code()).isZero();
    assertThat(rendered.out())
        .contains("kind: Deployment", "replicas: 2", "kind: Ingress", "image: example/tick:1");
    assertThat(rendered.err()).contains("spec.health (log)");
  }

  @Test
  void aWrongCommandLineIsTwo() {
    assertThat(platform.run(Lang.EN, "scale", "app", "x").code()).isEqualTo(2);
    Said which = platform.run(Lang.EN, "delete", "tick");
    assertThat(which.code()).isEqualTo(2);
    assertThat(which.err()).contains("app NAME");
    assertThat(platform.run(Lang.KO, "rollout").err()).contains("status, history");
  }

  @Test
  void theManifestIsExplainedFieldByField() {
    assertThat(run("explain", "app.spec.scale")).contains("app.spec.scale  <object>", "min", "max");
    assertThat(platform.run(Lang.KO, "explain", "spec.resources.memory").out())
        .contains("<bytes>", "프로세스 전체의 최대 메모리.", "기본값: 512Mi");
    Said wrong = platform.run(Lang.EN, "explain", "app.spec.scael");
    assertThat(wrong.code()).isEqualTo(2);
    assertThat(wrong.err()).contains("Did you mean scale?");
  }

  private static Path manifest(String file, String name, String word, int min) throws Exception {
    return Files.writeString(
        home.resolve(file),
        """
        apiVersion: opencop.io/v1alpha1
        kind: App
        metadata: { name: %s }
        spec:
          source: { command: [sh, -c, 'echo ready $WORD; exec sleep 600'] }
          env: { WORD: %s }
          health: { readiness: { log: '^ready', period: 200ms } }
          scale: { min: %d }
        """
            .formatted(name, word, min));
  }

  private static String run(String... args) {
    Said said = platform.run(Lang.EN, args);
    assertThat(said.code()).as(said.err()).isZero();
    return said.out();
  }
}
