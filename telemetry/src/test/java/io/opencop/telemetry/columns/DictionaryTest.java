package io.opencop.telemetry.columns;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class DictionaryTest {
  @Property(tries = 200)
  void numbersTextsInOrderOfFirstSight(@ForAll @Size(max = 500) List<String> texts) {
    Dictionary dictionary = new Dictionary();
    Map<String, Integer> expected = new LinkedHashMap<>();
    for (String text : texts) {
      String stored = new String(text.getBytes(UTF_8), UTF_8); // lone surrogates become '?'
      int code = expected.computeIfAbsent(stored, _ -> expected.size() + 1);
      assertThat(dictionary.code(text)).isEqualTo(code);
    }
    expected.forEach((text, code) -> assertThat(dictionary.text(code)).isEqualTo(text));
    assertThat(dictionary.size()).isEqualTo(expected.size());
  }

  @Test
  void growsToManyTextsOfEveryLength() {
    Dictionary dictionary = new Dictionary();
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < 100_000; i++) {
      texts.add("x".repeat(i % 40) + i);
    }
    texts.add("y".repeat(5_000_000)); // longer than a block
    for (int round = 0; round < 2; round++) {
      for (int i = 0; i < texts.size(); i++) {
        assertThat(dictionary.code(texts.get(i))).isEqualTo(i + 1);
      }
    }
    assertThat(dictionary.text(100_001)).hasSize(5_000_000);
  }

  @Test
  void lookUpUsesOnlyTheGivenPartOfTheBuffer() {
    Dictionary dictionary = new Dictionary();
    byte[] buf = "GET /cart GET /cart/7".getBytes(UTF_8);
    int code = dictionary.code(buf, 0, 9);
    assertThat(dictionary.code(buf, 10, 9)).isEqualTo(code);
    assertThat(dictionary.code(buf, 10, 11)).isNotEqualTo(code);
    assertThat(dictionary.find(buf, 4, 5)).isZero();
    assertThat(dictionary.find(buf, 0, 9)).isEqualTo(code);
  }

  @Test
  void repairsMalformedTextAndCountsIt() {
    Dictionary dictionary = new Dictionary();
    byte[] cut = {'a', (byte) 0xed, (byte) 0x95}; // 한 without its last byte
    int code = dictionary.code(cut, 0, 3);
    assertThat(dictionary.text(code)).isEqualTo("a\ufffd");
    assertThat(dictionary.code(cut, 0, 3)).isEqualTo(code);
    assertThat(dictionary.repaired()).isEqualTo(2);
    assertThat(dictionary.size()).isEqualTo(1);
  }

  @Test
  void ranksFollowByteOrder() {
    Dictionary dictionary = new Dictionary();
    for (String text : List.of("pay", "", "cart", "한국", "car")) {
      dictionary.code(text);
    }
    assertThat(dictionary.ranks()).containsExactly(0, 4, 1, 3, 5, 2);
  }
}
