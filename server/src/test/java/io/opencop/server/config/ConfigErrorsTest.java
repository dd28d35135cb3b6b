package io.opencop.server.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.opencop.model.message.CopException;
import io.opencop.model.message.Lang;
import io.opencop.model.message.Notice;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigErrorsTest {
  @TempDir Path folder;

  @Test
  void everythingWrongIsSaidAtOnceWithItsPlace() throws Exception {
    Path file = folder.resolve("c.yaml");
    Files.writeString(
        file,
        """
        web:
          prot: 80
          port: 99999
        log: { level: loud }
        zzzzzz: 1
        """);
    List<Notice> notices =
        failure(
            new ConfigSources(
                Optional.of(file),
                Map.of("COP_OTLP_GRPC_PROT", "1"),
                List.of("store.slice-age=soon", "nonsense"),
                folder));
    assertThat(notices.stream().map(n -> n.code() + " " + n.text(Lang.EN)))
        .containsExactlyInAnyOrder(
            "COP-1002 " + file + ":2: there is no setting web.prot. Did you mean web.port?",
            "COP-1003 " + file + ":3: web.port cannot be \"99999\".",
            "COP-1003 " + file + ":4: log.level cannot be \"loud\".",
            "COP-1001 " + file + ":5: there is no setting zzzzzz.",
            "COP-1002 $COP_OTLP_GRPC_PROT: there is no setting COP_OTLP_GRPC_PROT."
                + " Did you mean COP_OTLP_GRPC_PORT?",
            "COP-1003 --set store.slice-age: store.slice-age cannot be \"soon\".",
            "COP-1007 --set nonsense: a setting on the command line has the form key=value.");
    assertThat(notices).allSatisfy(n -> assertThat(n.next(Lang.KO)).isNotBlank());
  }

  @Test
  void brokenYamlIsNamedByItsLine() throws Exception {
    Path file = folder.resolve("c.yaml");
    Files.writeString(file, "web:\n  port: 1\n  host: [\n");
    assertThat(failure(withFile(file)))
        .anySatisfy(n -> {
          assertThat(n.code()).isEqualTo("COP-1004");
          assertThat(n.text(Lang.EN)).startsWith(file + ":");
        });
  }

  @Test
  void aMissingFileAndADoubleKeyAreErrors() throws Exception {
    assertThat(failure(withFile(folder.resolve("none.yaml"))))
        .extracting(Notice::code)
        .containsExactly("COP-1005");
    Path file = folder.resolve("c.yaml");
    Files.writeString(file, "web.port: 1\nweb:\n  port: 2\n");
    assertThat(failure(withFile(file)))
        .extracting(n -> n.text(Lang.EN))
        .containsExactly(file + ":3: web.port is given twice; the first is at " + file + ":1.");
  }

  @Test
  void anEmptyFileIsNoError() throws Exception {
    Path file = folder.resolve("c.yaml");
    Files.writeString(file, "# nothing yet\n");
    assertThat(ConfigLoader.load(withFile(file)).config().web().port().number()).isEqualTo(4900);
  }

  @Test
  void offLoopbackNeedsTlsAndOtlpTokens() {
    assertThat(failure(ConfigSources.of("web.host=0.0.0.0", "otlp.host=::")))
        .extracting(Notice::code)
        .containsExactly("COP-1010", "COP-1010", "COP-1011");
    ConfigLoader.load(
        ConfigSources.of(
            "web.host=0.0.0.0",
            "otlp.host=::",
            "tls.behind-tls=true",
            "otlp.tokens=0123456789abcdef0123"));
  }

  @Test
  void halfATlsPairWeakTokensAndSharedPortsAreErrors() {
    assertThat(
            failure(
                ConfigSources.of(
                    "tls.certificate=" + folder.resolve("none.pem"),
                    "otlp.tokens=short",
                    "web.port=4317")))
        .extracting(Notice::code)
        .containsExactlyInAnyOrder("COP-1012", "COP-1013", "COP-1014", "COP-1015");
  }

  @Test
  void aWrongSecretIsNotRepeated() {
    assertThat(failure(ConfigSources.of("auth.tokens=root:me:supersecretsupersecret")))
        .allSatisfy(n -> assertThat(n.lines(Lang.EN)).doesNotContain("supersecret"));
  }

  private ConfigSources withFile(Path file) {
    return new ConfigSources(Optional.of(file), Map.of(), List.of(), folder);
  }

  private static List<Notice> failure(ConfigSources sources) {
    return catchThrowableOfType(CopException.class, () -> ConfigLoader.load(sources)).notices();
  }
}
