package io.opencop.cli.asking;

import static org.assertj.core.api.Assertions.assertThat;

import io.opencop.cli.Cop;
import io.opencop.cli.TestTerminal;
import io.opencop.cli.asking.RealPlatform.Said;
import io.opencop.model.message.Lang;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupTest {
  @TempDir Path home;

  @Test
  void whatWasBackedUpAnswersAgainAfterRestore() throws Exception {
    Path backup = home.resolve("backup");
    try (RealPlatform platform = new RealPlatform(home.resolve("one"))) {
      platform.receive();
      assertThat(platform.run(Lang.EN, "seal").out()).startsWith("Sealed ");
      Said said = platform.run(Lang.EN, "backup", backup.toString());
      assertThat(said.code()).as(said.err()).isZero();
      assertThat(said.out()).startsWith(backup + ": ");
      assertThat(said.err()).contains(platform.url(), home.resolve("one/data").toString());
    }
    Path data = home.resolve("two/data");
    TestTerminal terminal = new TestTerminal(home);
    int code =
        Cop.run(terminal.in(Lang.EN), "restore", backup.toString(), "--data", data.toString());
    assertThat(code).as(terminal.err()).isZero();
    assertThat(terminal.out()).endsWith("Start: cop up --data " + data + "\n");
    TestTerminal usual = new TestTerminal(home);
    assertThat(Cop.run(usual.in(Lang.EN), "restore", backup.toString())).isZero();
    assertThat(usual.out()).contains(home.resolve(".opencop/data").toString());
    assertThat(usual.out()).endsWith("Start: cop up\n");
    try (RealPlatform restored = new RealPlatform(home.resolve("two"))) {
      assertThat(restored.run(Lang.EN, "get", "traces").out()).contains("GET /warm-up");
      assertThat(restored.run(Lang.EN, "logs").out()).contains("warmed up in 12 ms");
    }
  }

  @Test
  void aFullFolderAndANonBackupAreRefused() throws Exception {
    Path empty = Files.createDirectories(home.resolve("empty"));
    TestTerminal none = new TestTerminal(home);
    assertThat(Cop.run(none.in(Lang.KO), "restore", empty.toString())).isEqualTo(1);
    assertThat(none.err()).contains("COP-2009").contains("cop backup");
    Path backup = Files.createDirectories(home.resolve("backup/segments")).getParent();
    Files.writeString(backup.resolve("manifest.json"), "{}");
    Path full = Files.createDirectories(home.resolve("full"));
    Files.writeString(full.resolve("x"), "x");
    TestTerminal terminal = new TestTerminal(home);
    int code =
        Cop.run(terminal.in(Lang.EN), "restore", backup.toString(), "--data", full.toString());
    assertThat(code).isEqualTo(1);
    assertThat(terminal.err()).contains("COP-2008");
  }
}
