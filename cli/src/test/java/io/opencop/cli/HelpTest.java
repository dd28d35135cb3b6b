package io.opencop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.opencop.model.message.Lang;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import picocli.CommandLine;

class HelpTest {
  @TempDir Path home;

  @ParameterizedTest
  @EnumSource(Lang.class)
  void everyCommandOptionAndParameterIsExplained(Lang lang) {
    CommandLine cop = Cop.commandLine(new TestTerminal(home).in(lang));
    explained(cop);
    assertThat(cop.getSubcommands()).containsKeys("doctor", "config", "get", "sql");
  }

  private static void explained(CommandLine command) {
    String name = command.getCommandSpec().qualifiedName();
    assertThat(text(command.getCommandSpec().usageMessage().description())).as(name).isNotBlank();
    for (CommandLine.Model.ArgSpec arg : command.getCommandSpec().args()) {
      assertThat(text(arg.description())).as(name + " " + arg).isNotBlank();
    }
    command.getSubcommands().values().forEach(HelpTest::explained);
  }

  private static String text(String[] lines) {
    return String.join("", Arrays.asList(lines));
  }

  @Test
  void bothLanguagesHaveTheSameKeys() {
    ResourceBundle en = ResourceBundle.getBundle("io.opencop.cli.Help", Locale.ENGLISH);
    ResourceBundle ko = ResourceBundle.getBundle("io.opencop.cli.Help", Locale.KOREAN);
    assertThat(ko.getLocale()).isEqualTo(Locale.KOREAN);
    assertThat(ko.keySet()).isEqualTo(en.keySet());
  }

  @Test
  void helpIsWrittenInTheLanguageOfTheTerminal() {
    TestTerminal korean = new TestTerminal(home);
    assertThat(Cop.run(korean.in(Lang.KO), "get", "--help")).isZero();
    assertThat(korean.out()).contains("사용법: cop get").contains("옵션:").contains("이 서비스만.");
    TestTerminal english = new TestTerminal(home);
    assertThat(Cop.run(english.in(Lang.EN))).isZero();
    assertThat(english.out()).contains("Usage: cop").contains("Begin with: cop demo");
  }

  @Test
  void aWrongCommandLineSaysWhatWasMeant() {
    TestTerminal terminal = new TestTerminal(home);
    assertThat(Cop.run(terminal.in(Lang.EN), "docter")).isEqualTo(2);
    assertThat(terminal.err()).contains("COP-2001").contains("doctor").contains("cop --help");
    assertThat(terminal.out()).isEmpty();
    TestTerminal far = new TestTerminal(home);
    assertThat(Cop.run(far.in(Lang.EN), "shwo")).isEqualTo(2);
    assertThat(far.err()).contains("Did you mean shop?");
    TestTerminal farther = new TestTerminal(home);
    assertThat(Cop.run(farther.in(Lang.EN), "xyzzy")).isEqualTo(2);
    assertThat(farther.err()).doesNotContain("Did you mean").contains("cop --help");
    TestTerminal korean = new TestTerminal(home);
    assertThat(Cop.run(korean.in(Lang.KO), "sql", "--form", "1h")).isEqualTo(2);
    assertThat(korean.err()).contains("알 수 없는 인수").contains("혹시 --from");
  }
}
