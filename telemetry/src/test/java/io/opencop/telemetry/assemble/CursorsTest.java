package io.opencop.telemetry.assemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class CursorsTest {
  @Test
  void comesBackAsItWas() {
    String cursor = Cursors.encode("traces", "-17", "한글 key", "");
    assertThat(cursor).matches("[A-Za-z0-9_-]+");
    assertThat(Cursors.decode("traces", 3, cursor)).containsExactly("-17", "한글 key", "");
    assertThat(Cursors.decode("traces", 3, null)).isNull();
  }

  @Test
  void refusesThatOfAnotherList() {
    String cursor = Cursors.encode("logs", "1");
    refused("traces", 1, cursor);
    refused("logs", 2, cursor);
    assertThatThrownBy(() -> Cursors.number("x")).hasMessageStartingWith("cursor:");
  }

  @Property(tries = 300)
  void anyTextIsRefusedAndNamesTheField(@ForAll @StringLength(max = 60) String text) {
    refused("logs", 1, text);
  }

  @Property(tries = 100)
  void anyChangedCharacterIsRefused(@ForAll long key, @ForAll int where) {
    String cursor = Cursors.encode("logs", Long.toString(key));
    int i = Math.floorMod(where, cursor.length() - 1);
    char other = cursor.charAt(i) == 'A' ? 'B' : 'A';
    refused("logs", 1, cursor.substring(0, i) + other + cursor.substring(i + 1));
  }

  private static void refused(String kind, int fields, String cursor) {
    assertThatThrownBy(() -> Cursors.decode(kind, fields, cursor))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("cursor:");
  }
}
