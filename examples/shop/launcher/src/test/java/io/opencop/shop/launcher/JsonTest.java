package io.opencop.shop.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class JsonTest {
  @Test
  void escapesWhatMustBeEscapedAndLeavesOutNulls() {
    assertThat(Json.write(Json.object("a", "x\"\\\n\u0001감", "b", null, "c", List.of(1, true))))
        .isEqualTo("{\"a\":\"x\\\"\\\\\\n\\u0001감\",\"c\":[1,true]}");
  }

  @Test
  void emptyThings() {
    assertThat(Json.write(Json.object())).isEqualTo("{}");
    assertThat(Json.write(List.of())).isEqualTo("[]");
  }
}
