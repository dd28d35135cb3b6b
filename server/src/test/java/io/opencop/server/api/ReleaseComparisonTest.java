package io.opencop.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.opencop.model.app.App;
import io.opencop.model.app.Release;
import io.opencop.model.app.Source;
import io.opencop.runtime.manifest.Manifests;
import io.opencop.server.auth.Role;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What differs between two releases, and who may read it. */
class ReleaseComparisonTest {
  @Test
  void equalReleasesDifferInNothing() {
    Release one = release(1, "{ POOL: '20' }", "512Mi", "aa");
    assertThat(fields(one, release(2, "{ POOL: '20' }", "512Mi", "aa"), Role.ADMIN)).isEmpty();
  }

  @Test
  void everyFieldThatDiffersIsNamedAsInTheManifest() {
    List<Map<String, Object>> found =
        fields(
            release(1, "{ POOL: '20', OLD: a }", "512Mi", "aa"),
            release(2, "{ POOL: '2', NEW: b }", "1Gi", "bb"),
            Role.OPERATOR);
    assertThat(found)
        .containsExactly(
            Map.of("field", "spec.env.NEW", "change", "added", "after", "b"),
            Map.of("field", "spec.env.OLD", "change", "removed", "before", "a"),
            Map.of("field", "spec.env.POOL", "change", "changed", "before", "20", "after", "2"),
            Map.of(
                "field", "spec.resources.memory",
                "change", "changed",
                "before", "536870912",
                "after", "1073741824"),
            Map.of("field", "spec.source.jar", "change", "changed", "before", "aa", "after", "bb"));
  }

  @Test
  void aViewerLearnsThatAVariableChangedButNotHow() {
    assertThat(
            fields(
                release(1, "{ POOL: '20' }", "512Mi", "aa"),
                release(2, "{ POOL: '2' }", "512Mi", "aa"),
                Role.VIEWER))
        .containsExactly(Map.of("field", "spec.env.POOL", "change", "changed", "hidden", "role"));
  }

  @Test
  void nobodyIsShownASecretHoweverItGotIn() {
    List<Map<String, Object>> found =
        fields(
            release(
                1,
                "{ DB_PASSWORD: hunter2, DB: 'jdbc:x://u:hunter2@h/db', API_TOKEN: hunter2, S: a,"
                    + " AUTHOR: kim }",
                "512Mi",
                "aa"),
            release(
                2,
                "{ DB_PASSWORD: hunter3, DB: 'jdbc:x://h/db', S: { secret: db, key: pw } }",
                "512Mi",
                "aa"),
            Role.ADMIN);
    assertThat(found.toString()).doesNotContain("hunter");
    assertThat(found)
        .contains(
            Map.of("field", "spec.env.DB_PASSWORD", "change", "changed", "hidden", "secret"),
            Map.of("field", "spec.env.DB", "change", "changed", "hidden", "secret"),
            Map.of("field", "spec.env.API_TOKEN", "change", "removed", "hidden", "secret"),
            Map.of("field", "spec.env.AUTHOR", "change", "removed", "before", "kim"),
            Map.of(
                "field",
                "spec.env.S",
                "change",
                "changed",
                "before",
                "a",
                "after",
                "secret db/pw"));
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> fields(Release from, Release to, Role role) {
    return (List<Map<String, Object>>) ReleaseComparison.of(from, to, role).get("fields");
  }

  private static Release release(int number, String env, String memory, String artefact) {
    String manifest =
        """
        apiVersion: opencop.io/v1alpha1
        kind: App
        metadata: { name: order }
        spec:
          source: { command: [sleep, '600'] }
          env: %s
          resources: { memory: %s }
        """
            .formatted(env, memory);
    App app =
        Manifests.read("-", manifest, Path.of("/"))
            .getFirst()
            .withSource(new Source.Jar("/store/order.jar"));
    return new Release(number, "d" + number, app, artefact, "r" + number, Instant.EPOCH, null);
  }
}
