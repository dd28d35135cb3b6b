package io.opencop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.opencop.model.message.Lang;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigCommandTest {
  @TempDir Path home;

  @Test
  void showsValueAndSourceOfEverySettingAndMasksSecrets() throws Exception {
    Path folder = Files.createDirectories(home.resolve(".opencop"));
    Files.writeString(folder.resolve("opencop.yaml"), "log:\n  level: debug\n");
    TestTerminal terminal =
        new TestTerminal(home).with("COP_OTLP_TOKENS", "thisisaverysecrettoken");
    assertThat(Cop.run(terminal.in(Lang.EN), "config", "--port", "5000")).isZero();
    assertThat(terminal.out().lines())
        .anyMatch(l -> l.matches("log.level +debug +.*opencop.yaml:2"))
        .anyMatch(l -> l.matches("otlp.tokens +\\*{6} +\\$COP_OTLP_TOKENS"))
        .anyMatch(l -> l.matches("web.port +5000 +--set web.port"))
        .anyMatch(l -> l.matches("web.host +127.0.0.1 +default"));
    assertThat(terminal.out()).doesNotContain("secret");
  }

  @Test
  void everyErrorIsSaidAndTheExitCodeIsNotZero() {
    TestTerminal terminal = new TestTerminal(home).with("COP_WEB_PROT", "1");
    assertThat(Cop.run(terminal.in(Lang.KO), "config", "--set", "log.level=loud")).isEqualTo(1);
    assertThat(terminal.err())
        .contains("COP-1002")
        .contains("혹시 COP_WEB_PORT")
        .contains("COP-1003");
    assertThat(terminal.out()).isEmpty();
  }
}
