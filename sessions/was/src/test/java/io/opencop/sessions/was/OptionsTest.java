package io.opencop.sessions.was;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class OptionsTest {
  @Test
  void whatIsGivenAndWhatIsNot() {
    Options options = Options.parse(List.of("--war", "/a/shop.war"), Map.of("PORT", "8123"));
    assertThat(options.port()).isEqualTo(8123);
    assertThat(options.context()).isEmpty();
    assertThat(options.address()).isEqualTo("127.0.0.1");
    assertThat(options.tomcat()).isEmpty();
    Options all =
        Options.parse(
            List.of(
                "--war",
                "s.war",
                "--port",
                "1",
                "--context",
                "shop/",
                "--tomcat",
                "10.1",
                "--address",
                "::1",
                "--work",
                "/w"),
            Map.of("PORT", "2"));
    assertThat(all.port()).isEqualTo(1);
    assertThat(all.context()).isEqualTo("/shop");
    assertThat(all.tomcat()).contains(Tomcat.TEN);
    assertThat(all.work()).hasToString("/w");
  }

  @Test
  void everythingWrongIsNamedAtOnce() {
    assertThatThrownBy(() ->
            Options.parse(
                List.of("--wars", "--port", "99999", "--tomcat", "8", "--context"), Map.of()))
        .isInstanceOf(WasException.class)
        .hasMessageContaining("COP-3501")
        .hasMessageContaining("--wars ?")
        .hasMessageContaining("--port = 99999")
        .hasMessageContaining("--tomcat = 8")
        .hasMessageContaining("--context = ?")
        .hasMessageContaining("--war = ?");
  }

  @Test
  void bothLanguagesNameTheSamePlaces() {
    for (WasMessage message : WasMessage.values()) {
      assertThat(places(message.in(Locale.KOREAN)))
          .as(message.name())
          .isEqualTo(places(message.in(Locale.ENGLISH)));
      assertThat(message.in(Locale.KOREAN)).containsPattern("[가-힣]");
    }
    for (Choice.Why why : Choice.Why.values()) {
      assertThat(places(why.in(Locale.KOREAN))).isEqualTo(places(why.in(Locale.ENGLISH)));
    }
  }

  private static List<String> places(String text) {
    return Pattern.compile("\\{\\d\\}")
        .matcher(text)
        .results()
        .map(r -> r.group())
        .sorted()
        .toList();
  }
}
