package io.opencop.telemetry.assemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opencop.telemetry.query.Condition;
import io.opencop.telemetry.query.Condition.Op;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConditionsTest {
  @ParameterizedTest
  @CsvSource({
    "http.route=/cart, http.route, EQ, /cart",
    "a!=b, a, NE, b",
    "a~=b=c, a, CONTAINS, b=c",
    "n>=10, n, GE, 10",
    "n<=-1.5, n, LE, -1.5",
    "a=, a, EQ, ''",
    "a=>=3, a, EQ, >=3",
    "'a b = c', a b, EQ, ' c'"
  })
  void parses(String text, String key, Op op, String value) {
    assertThat(Conditions.parse(text)).isEqualTo(new Condition(key, op, value));
  }

  @Test
  void keyAloneMeansExists() {
    assertThat(Conditions.parse(" exception.type "))
        .isEqualTo(new Condition("exception.type", Op.EXISTS, null));
  }

  @ParameterizedTest
  @ValueSource(strings = {"=x", "", "  ", "n>=fast", "n<=", "n>=NaN", "n>=0x10"})
  void refusesAndNamesTheField(String text) {
    assertThatThrownBy(() -> Conditions.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("attr:");
  }

  @Test
  void equality() {
    assertThat(matches("k=200", 200L)).isTrue();
    assertThat(matches("k=200", 200.0)).isTrue();
    assertThat(matches("k=200.0", 200L)).isTrue();
    assertThat(matches("k=200", "200")).isTrue();
    assertThat(matches("k=200.0", "200")).as("text is compared as text").isFalse();
    assertThat(matches("k=true", true)).isTrue();
    assertThat(matches("k=Paid", "paid")).isFalse();
    assertThat(matches("k=[\"a\",1]", List.of("a", 1L))).isTrue();
    assertThat(matches("k=9007199254740993", 9007199254740992L)).isFalse();
    assertThat(matches("k=x", null)).isFalse();
    assertThat(matches("k!=x", null)).isTrue();
  }

  @Test
  void comparesNumbersAlsoSpelledOnes() {
    assertThat(matches("k>=10", 10L)).isTrue();
    assertThat(matches("k>=10", "9")).isFalse();
    assertThat(matches("k>=9", "10")).as("not as text").isTrue();
    assertThat(matches("k<=10", "many")).isFalse();
    assertThat(matches("k>=10", "many")).isFalse();
    assertThat(matches("k<=10", null)).isFalse();
    assertThat(matches("k<=10", true)).isFalse();
  }

  @Test
  void containsInAnyCaseAndInLists() {
    assertThat(matches("k~=CART", "/api/cart/1")).isTrue();
    assertThat(matches("k~=결제", "주문결제 실패")).isTrue();
    assertThat(matches("k~=b", List.of("abc"))).isTrue();
    assertThat(matches("k~=x", null)).isFalse();
  }

  @Test
  void ownAttributesHideTheResource() {
    List<Condition> both = Conditions.parseAll(List.of("a=1", "service.name=shop"));
    Map<String, Object> resource = Map.of("a", "2", "service.name", "shop");
    assertThat(Conditions.match(both, Map.of("a", "1"), resource)).isTrue();
    assertThat(Conditions.match(both, Map.of(), resource)).isFalse();
    assertThat(Conditions.match(List.of(), Map.of(), Map.of())).isTrue();
  }

  @Property(tries = 200)
  void notEqualIsTheOppositeOfEqual(@ForAll String value, @ForAll String wanted) {
    assertThat(Conditions.matches(new Condition("k", Op.NE, wanted), value))
        .isNotEqualTo(Conditions.matches(new Condition("k", Op.EQ, wanted), value));
  }

  private static boolean matches(String condition, Object value) {
    return Conditions.matches(Conditions.parse(condition), value);
  }
}
