package io.opencop.model.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class LangTest {
  @Test
  void followsPosixPrecedenceOfTheEnvironment() {
    assertThat(Lang.fromEnvironment(Map.of("LANG", "ko_KR.UTF-8"))).isEqualTo(Lang.KO);
    assertThat(Lang.fromEnvironment(Map.of("LANG", "ko_KR.UTF-8", "LC_ALL", "C")))
        .isEqualTo(Lang.EN);
    assertThat(Lang.fromEnvironment(Map.of("LANG", "ko", "LC_ALL", ""))).isEqualTo(Lang.KO);
    assertThat(Lang.fromEnvironment(Map.of())).isEqualTo(Lang.EN);
    assertThat(Lang.of("kok-IN")).isEqualTo(Lang.EN);
  }

  @Test
  void followsTheWeightsOfAcceptLanguage() {
    assertThat(Lang.fromAcceptLanguage("ko-KR,ko;q=0.9,en;q=0.8")).isEqualTo(Lang.KO);
    assertThat(Lang.fromAcceptLanguage("fr, ko;q=0.3, en;q=0.7")).isEqualTo(Lang.EN);
    assertThat(Lang.fromAcceptLanguage("de;q=1, ko;q=0.1")).isEqualTo(Lang.KO);
    assertThat(Lang.fromAcceptLanguage(null)).isEqualTo(Lang.EN);
    assertThat(Lang.fromAcceptLanguage(";;;,q=,ko;q=9999999")).isEqualTo(Lang.KO);
  }
}
