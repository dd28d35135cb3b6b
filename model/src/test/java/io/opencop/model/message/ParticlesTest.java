package io.opencop.model.message;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParticlesTest {
  @ParameterizedTest
  @CsvSource({
    "포트 4318(을)를, 포트 4318을",
    "포트 4900(을)를, 포트 4900을",
    "포트 4317(이)가, 포트 4317이",
    "포트 4902(은)는, 포트 4902는",
    "서비스(와)과 앱(와)과, 서비스와 앱과",
    "파일(으)로 폴더(으)로 값(으)로, 파일로 폴더로 값으로",
    "PID 12 (java x.Main)(이)가, PID 12 (java x.Main)이",
    "\"web\"(이)라는, \"web\"라는",
    "아무것도 없음, 아무것도 없음"
  })
  void theFormFollowsTheWordBefore(String written, String spoken) {
    assertThat(Particles.settle(written)).isEqualTo(spoken);
  }
}
