package io.opencop.server.apps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opencop.model.app.App;
import io.opencop.model.app.Release;
import io.opencop.model.message.CopException;
import io.opencop.runtime.local.Program;
import io.opencop.runtime.manifest.Manifests;
import io.opencop.sessions.grid.GridAccess;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an instance is started with. */
class ProgramsTest {
  private static final GridAccess GRID =
      new GridAccess(
          List.of("127.0.0.1:11222", "127.0.0.1:11223"),
          "127.0.0.1:11300",
          "opencop",
          "pass/word",
          "sessions");

  @TempDir Path folder;
  private Secrets secrets;
  private Path own;

  @BeforeEach
  void prepare() throws IOException {
    secrets = new Secrets(folder.resolve("secrets"));
    own = folder.resolve("own");
    Files.createDirectories(folder.resolve("lib/agent"));
    Files.createFile(folder.resolve("lib/agent/opentelemetry-javaagent.jar"));
    Files.createFile(folder.resolve("a.jar"));
    Files.createFile(folder.resolve("a.war"));
  }

  @Test
  void aJvmIsObservedUnlessItSaysNoOrBringsItsOwnAgent() {
    assertThat(find("source: { jar: a.jar }").argv()).anyMatch(w -> w.startsWith("-javaagent:"));
    assertThat(find("source: { jar: a.jar }\n  env: { OPENCOP_AGENT: 'off' }").argv())
        .noneMatch(w -> w.startsWith("-javaagent:"));
    assertThat(
            find("source: { jar: a.jar }\n  env: { JAVA_TOOL_OPTIONS: '-javaagent:x.jar' }").argv())
        .noneMatch(w -> w.startsWith("-javaagent:"));
    assertThat(find("source: { command: [java, -jar, a.jar] }").argv())
        .containsExactly("java", "-jar", "a.jar");
  }

  @Test
  void anInstanceIsNamedWhateverTheAppSaysOfItself() {
    Program program =
        find(
            "source: { jar: a.jar }\n  env: { OTEL_RESOURCE_ATTRIBUTES: 'service.namespace=shop,"
                + "service.version=1.4.0,service.instance.id=me' }");
    assertThat(program.environment().get("OTEL_RESOURCE_ATTRIBUTES").split(","))
        .containsExactlyInAnyOrder(
            "service.namespace=shop", "service.version=1.4.0", "service.instance.id=a-r1-x");
    assertThat(program.environment())
        .containsEntry("OTEL_SERVICE_NAME", "a")
        .containsEntry("OTEL_EXPORTER_OTLP_ENDPOINT", "http://127.0.0.1:4318")
        .containsEntry("OTEL_EXPORTER_OTLP_HEADERS", "Authorization=Bearer%20token");
  }

  @Test
  void aSecretIsAVariableOrAFileOfTheInstanceAlone() throws IOException {
    secrets.set("db", "password", "geheim 비밀".getBytes(StandardCharsets.UTF_8));
    Program program =
        find(
            """
            source: { jar: a.jar }
              env:
                PASSWORD: { secret: db, key: password }
                FILE: { secret: db, key: password, file: true }
            """);
    assertThat(program.environment()).containsEntry("PASSWORD", "geheim 비밀");
    Path file = Path.of(program.environment().get("FILE"));
    assertThat(file).hasParent(own).hasContent("geheim 비밀");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(program.argv().toString()).doesNotContain("geheim");
    assertThat(secrets.list()).hasToString("{db=[password]}");
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(folder.resolve("secrets/db/password"))))
        .isEqualTo("rw-------");
    assertThat(secrets.delete("db", "")).isTrue();
    assertThatThrownBy(
            () -> find("source: { jar: a.jar }\n  env: { P: { secret: db, key: password } }"))
        .hasMessageContaining("db/password");
  }

  @Test
  void noSecretIsOutsideOfTheFolder() {
    for (String name : List.of("..", "a/b", "", "UPPER", ".x")) {
      assertThatThrownBy(() -> secrets.set(name, "key", new byte[1]))
          .isInstanceOf(CopException.class);
    }
    for (String key : List.of("..", "a/b", "", ".hidden")) {
      assertThatThrownBy(() -> secrets.set("db", key, new byte[1]))
          .isInstanceOf(CopException.class);
    }
  }

  @Test
  void anAppWithSessionsIsToldWhereTheyAre() throws IOException {
    Program program =
        find(
            "source: { war: a.war }\n  sessions: { timeout: 20m, unreachable: refuse, userAttribute: 'member:login', shared: all, domain: example.com }");
    Properties told = new Properties();
    try (var in =
        Files.newInputStream(Path.of(program.environment().get("OPENCOP_SESSIONS_FILE")))) {
      told.load(in);
    }
    assertThat(told)
        .containsEntry("servers", "127.0.0.1:11222;127.0.0.1:11223")
        .containsEntry("password", "pass/word")
        .containsEntry("app", "shared.all")
        .containsEntry("shared", "true")
        .containsEntry("cookie-domain", "example.com")
        .containsEntry("user-attribute", "member:login")
        .containsEntry("timeout", "1200")
        .containsEntry("unreachable", "refuse");
    assertThat(program.environment())
        .containsEntry("OPENCOP_SESSIONS_REDIS_URL", "redis://opencop:pass%2Fword@127.0.0.1:11300")
        .containsEntry(
            "OPENCOP_SESSIONS_REDIS_URLS",
            "redis://opencop:pass%2Fword@127.0.0.1:11222,redis://opencop:pass%2Fword@127.0.0.1:11223")
        .containsEntry("OPENCOP_SESSIONS_REDIS_HOST", "127.0.0.1")
        .containsEntry("OPENCOP_SESSIONS_REDIS_PORT", "11300")
        .containsEntry("OPENCOP_SESSIONS_REDIS_PREFIX", "shared.all:");
    // Anybody may read a command line.
    assertThat(program.argv().toString()).doesNotContain("word");
    assertThat(program.argv())
        .containsSubsequence("-jar", folder.resolve("lib/was/launcher.jar").toString(), "--war")
        .containsSubsequence("--port", "20000");
    assertThat(find("source: { jar: a.jar }").environment())
        .doesNotContainKey("OPENCOP_SESSIONS_FILE");
  }

  private Program find(String spec) {
    String manifest =
        "apiVersion: opencop.io/v1alpha1\nkind: App\nmetadata: { name: a }\nspec:\n  " + spec;
    App app = Manifests.read("app.yaml", manifest, folder).getFirst();
    Release release = new Release(1, "d", app, "a", "r1-abc", Instant.now(), null);
    assertThat(programs(true).waits(release)).isEqualTo(app.sessions() != null);
    assertThat(programs(false).waits(release)).isFalse();
    return programs(false).find(release, "a-r1-x", 20_000, own);
  }

  private Programs programs(boolean gridStarts) {
    Programs.Grid grid =
        new Programs.Grid() {
          @Override
          public GridAccess want() {
            return GRID;
          }

          @Override
          public boolean starts() {
            return gridStarts;
          }
        };
    return new Programs(
        new InstanceTelemetry("http://127.0.0.1:4318", "token"),
        secrets,
        grid,
        folder.resolve("lib"));
  }
}
