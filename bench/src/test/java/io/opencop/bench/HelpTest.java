package io.opencop.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class HelpTest {
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void everyOptionIsExplainedInBothLanguages(boolean korean) {
    CommandLine bench = Bench.commandLine(System.out, System.err, korean);
    for (CommandLine command : bench.getSubcommands().values()) {
      assertThat(command.getCommandSpec().usageMessage().description()).isNotEmpty();
      for (CommandLine.Model.ArgSpec arg : command.getCommandSpec().args()) {
        assertThat(arg.description()).as(command.getCommandName() + " " + arg).isNotEmpty();
      }
    }
  }

  @Test
  void bothLanguagesHaveTheSameKeys() {
    assertThat(ResourceBundle.getBundle("io.opencop.bench.Help", Locale.KOREAN).keySet())
        .isEqualTo(ResourceBundle.getBundle("io.opencop.bench.Help", Locale.ENGLISH).keySet());
  }
}
