package io.opencop.telemetry.columns;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

class Utf8Test {
  @Property
  void agreesWithTheJdkOnRandomBytes(@ForAll @Size(max = 12) byte[] bytes) {
    assertThat(Utf8.valid(bytes, 0, bytes.length)).isEqualTo(jdkAccepts(bytes));
  }

  @Property
  void agreesWithTheJdkOnDamagedText(@ForAll String text, @ForAll int where, @ForAll byte what) {
    byte[] bytes = ("가나다 " + text + " 🙂").getBytes(UTF_8);
    bytes[Math.floorMod(where, bytes.length)] = what;
    assertThat(Utf8.valid(bytes, 0, bytes.length)).isEqualTo(jdkAccepts(bytes));
    byte[] repaired = Utf8.repair(bytes, 0, bytes.length);
    assertThat(Utf8.valid(repaired, 0, repaired.length)).isTrue();
  }

  @Property
  void acceptsEveryText(@ForAll String text) {
    byte[] bytes = text.getBytes(UTF_8);
    assertThat(Utf8.valid(bytes, 0, bytes.length)).isTrue();
  }

  private static boolean jdkAccepts(byte[] bytes) {
    try {
      UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (CharacterCodingException _) {
      return false;
    }
  }
}
