package io.opencop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CliMessageTest {
  @ParameterizedTest
  @EnumSource(CliMessage.class)
  void bothLanguagesNameTheSamePlaces(CliMessage message) {
    assertThat(message.text().ko()).containsPattern("[가-힣]");
    assertThat(places(message.text().ko())).isEqualTo(places(message.text().en()));
    assertThat(places(message.next().ko())).isEqualTo(places(message.next().en()));
    assertThat(message.number()).isBetween(2000, 2199);
    assertThat(CliMessage.values()).filteredOn(m -> m.number() == message.number()).hasSize(1);
  }

  private static Set<String> places(String text) {
    return Pattern.compile("\\{[^}]*\\}")
        .matcher(text)
        .results()
        .map(MatchResult::group)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
