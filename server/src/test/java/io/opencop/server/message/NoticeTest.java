package io.opencop.server.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.opencop.model.message.Lang;
import io.opencop.model.message.Notice;
import org.junit.jupiter.api.Test;

class NoticeTest {
  @Test
  void saysPlaceAndNextStepInBothLanguages() {
    Notice notice =
        ConfigMessage.UNKNOWN_KEY_NEAR.with("place", "a.yaml:3", "key", "x", "near", "y");
    assertThat(notice.lines(Lang.EN))
        .startsWith("COP-1002 a.yaml:3: there is no setting x. Did you mean y?")
        .contains("→ Write y");
    assertThat(notice.lines(Lang.KO)).startsWith("COP-1002 a.yaml:3: x라는 설정은 없습니다. 혹시 y입니까?");
  }

  @Test
  void valuesAreNeverInterpreted() {
    Notice notice = ConfigMessage.UNKNOWN_KEY.with("place", "$1 {key}", "key", "{place}");
    assertThat(notice.text(Lang.EN)).isEqualTo("$1 {key}: there is no setting {place}.");
  }
}
