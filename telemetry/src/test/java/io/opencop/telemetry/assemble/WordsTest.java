package io.opencop.telemetry.assemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opencop.telemetry.assemble.SearchBox.Kind;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Texts people type and names senders use. */
class WordsTest {
  @Test
  void everyWordInAnyOrderAndCase() {
    LogWords words = new LogWords("  Timeout  POOL timeout ");
    assertThat(words.words()).containsExactly("timeout", "pool");
    assertThat(words.match("Connection pool: request timed out, TIMEOUT=30000")).isTrue();
    assertThat(words.match("timeout")).isFalse();
    assertThat(words.match(null)).isFalse();
    assertThat(new LogWords("결제 실패").match("주문 42 결제가 실패했습니다")).isTrue();
    assertThat(new LogWords("%_'\"\\").match("a%_'\"\\b")).as("no wildcards").isTrue();
    assertThat(new LogWords("%").match("abc")).isFalse();
    assertThat(new LogWords(null).match(null)).isTrue();
    assertThat(new LogWords(" ").match("x")).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "0, unspecified",
    "1, trace",
    "4, trace",
    "5, debug",
    "8, debug",
    "9, info",
    "12, info",
    "13, warn",
    "16, warn",
    "17, error",
    "20, error",
    "21, fatal",
    "24, fatal",
    "25, unspecified",
    "-1, unspecified"
  })
  void severities(int number, String name) {
    assertThat(Severities.name(number)).isEqualTo(name);
  }

  @Test
  void severityNumbers() {
    assertThat(Severities.number("unspecified")).isZero();
    assertThat(Severities.number("trace")).isEqualTo(1);
    assertThat(Severities.number("INFO")).isEqualTo(9);
    assertThat(Severities.number("error")).isEqualTo(Severities.ERROR);
    assertThatThrownBy(() -> Severities.number("loud")).hasMessageStartingWith("severity:");
    for (String name : Severities.NAMES) {
      assertThat(Severities.name(Severities.number(name))).isEqualTo(name);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "4BF92F3577B34DA6A3CE929D0E0E4736, TRACE_ID, 4bf92f3577b34da6a3ce929d0e0e4736",
    "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01, TRACE_ID,"
        + " 4bf92f3577b34da6a3ce929d0e0e4736",
    "4bf92f35-77b3-4da6-a3ce-929d0e0e4736, TRACE_ID, 4bf92f3577b34da6a3ce929d0e0e4736",
    "00f067aa0ba902b7, SPAN_ID, 00f067aa0ba902b7",
    "' storefront ', NAME, storefront",
    "GET /cart/{id}, TEXT, GET /cart/{id}",
    "Connection refused: db:5432, TEXT, Connection refused: db:5432",
    "why is checkout slow, QUESTION, why is checkout slow",
    "checkout?, QUESTION, checkout?",
    "'지금 접속 중인 활성 사용자 수는?', QUESTION, '지금 접속 중인 활성 사용자 수는?'",
    "가장 느린 서비스 알려줘, QUESTION, 가장 느린 서비스 알려줘",
    "결제 실패, TEXT, 결제 실패",
    "주문, NAME, 주문"
  })
  void oneBox(String typed, Kind kind, String text) {
    assertThat(SearchBox.classify(typed)).isEqualTo(new SearchBox.Query(kind, text));
  }

  @Test
  void whoSentIt() {
    assertThat(Resources.service(Map.of())).isEqualTo("unknown_service");
    assertThat(Resources.service(Map.of("service.name", ""))).isEqualTo("unknown_service");
    assertThat(Resources.version(Map.of("service.version", "1.2"))).isEqualTo("1.2");
    assertThat(Resources.version(Map.of())).isNull();
    assertThat(Resources.instance(Map.of("service.instance.id", "i", "k8s.pod.name", "p")))
        .isEqualTo("i");
    assertThat(Resources.instance(Map.of("host.name", "h", "k8s.pod.name", "p"))).isEqualTo("p");
    assertThat(Resources.instance(Map.of("host.name", "h", "process.pid", 42L))).isEqualTo("h:42");
    assertThat(Resources.instance(Map.of("host.name", "h"))).isEqualTo("h");
    assertThat(Resources.instance(Map.of("process.pid", 42L))).isNull();
  }

  @Test
  void valuesAsText() {
    assertThat(Values.text(List.of(1L, "a", true))).isEqualTo("[1,\"a\",true]");
    assertThat(Values.text(Map.of("k", List.of()))).isEqualTo("{\"k\":[]}");
    assertThat(Values.text(1.5)).isEqualTo("1.5");
    assertThat(Values.text(null)).isNull();
    assertThat(Values.number(" 1")).isNull();
    assertThat(Values.number("1d")).isNull();
    assertThat(Values.number("-.5")).isEqualTo(-0.5);
    assertThat(Values.number("1e400")).isNull();
  }
}
