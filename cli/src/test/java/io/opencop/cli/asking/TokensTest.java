package io.opencop.cli.asking;

import static org.assertj.core.api.Assertions.assertThat;

import io.opencop.cli.Cop;
import io.opencop.cli.TestTerminal;
import io.opencop.cli.asking.RealPlatform.Said;
import io.opencop.model.message.Lang;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code cop token} and {@code cop link} against the real server. */
class TokensTest {
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
  void aTokenIsMadeListedUsedAndTakenAway() {
    Said made = platform.run(Lang.EN, "token", "create", "ci", "--role", "operator");
    assertThat(made.code()).as(made.err()).isZero();
    assertThat(made.err()).contains("shown this once").contains("operator").contains("until ");
    assertThat(made.err()).startsWith("Platform: " + platform.url() + " (");
    String token = made.out().strip();
    assertThat(token).startsWith("cop_").doesNotContain("\n");

    assertThat(platform.run(Lang.KO, "token").out())
        .contains("ci", "operator", "admin", "첫 시작")
        .doesNotContain(token);
    TestTerminal other = as(token);
    assertThat(Cop.run(other.in(Lang.EN), "get", "services")).isZero();
    TestTerminal listing = as(token);
    assertThat(Cop.run(listing.in(Lang.EN), "token", "list")).isEqualTo(1);
    assertThat(listing.err()).contains("403").contains("admin");

    assertThat(platform.run(Lang.EN, "token", "create", "ci").err()).contains("COP-1309");
    assertThat(platform.run(Lang.EN, "token", "revoke", "ci").code()).isZero();
    TestTerminal late = as(token);
    assertThat(Cop.run(late.in(Lang.EN), "get", "services")).isEqualTo(1);
    assertThat(late.err()).contains("COP-2010").contains("COP_TOKEN").doesNotContain(token);
  }

  @Test
  void aWrongRoleOrTimeIsNamed() {
    assertThat(platform.run(Lang.EN, "token", "create", "x", "--role", "root").err())
        .contains("role");
    Said when = platform.run(Lang.EN, "token", "create", "x", "--expires", "tomorrow");
    assertThat(when.code()).isEqualTo(1);
    assertThat(when.err()).contains("expires_in");
  }

  @Test
  void theUserWhoStartedThePlatformGetsALinkWithoutSayingWhereItIs() {
    TestTerminal terminal = new TestTerminal(home);
    assertThat(Cop.run(terminal.in(Lang.KO), "link")).as(terminal.err()).isZero();
    assertThat(terminal.out()).startsWith(platform.url() + "/?code=");
    assertThat(terminal.err()).contains("한 번만").contains("admin");
    TestTerminal alias = new TestTerminal(home);
    assertThat(Cop.run(alias.in(Lang.EN), "login-link")).isZero();
  }

  @Test
  void theTokenFileIsShownToNobodyButThisMachinesPlatform() throws Exception {
    Path elsewhere = Files.createDirectories(home.resolve("elsewhere/.opencop/data"));
    Files.writeString(elsewhere.resolve("admin.token"), "secret-of-this-machine");
    TestTerminal terminal =
        new TestTerminal(home.resolve("elsewhere")).with("COP_URL", "http://cop.example:4900");
    assertThat(Cop.run(terminal.in(Lang.EN), "health")).isEqualTo(1);
    assertThat(terminal.err()).contains("COP-2004");
  }

  private static TestTerminal as(String token) {
    return new TestTerminal(home).with("COP_URL", platform.url()).with("COP_TOKEN", token);
  }
}
