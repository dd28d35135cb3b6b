package io.opencop.telemetry.otlp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Our UTF-8 is the JDK's. */
class Utf8Test {
  /** Bytes at the borders of what lead and continuation bytes may be. */
  private static final int[] BORDERS = {
    0x00, 0x7f, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf, 0xc0, 0xc1, 0xc2, 0xdf, 0xe0, 0xe1, 0xec, 0xed,
    0xee, 0xef, 0xf0, 0xf1, 0xf3, 0xf4, 0xf5, 0xff
  };

  @Property(tries = 20_000)
  void validIsWhatTheJdkDecodes(@ForAll long seed) {
    Random random = new Random(seed);
    byte[] bytes = new byte[random.nextInt(24)];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (random.nextInt(3) > 0 ? 'a' : BORDERS[random.nextInt(BORDERS.length)]);
    }
    // A well-formed character somewhere, or hardly anything not ASCII would be.
    byte[] character = new String(Character.toChars(random.nextInt(0xd800))).getBytes(UTF_8);
    if (bytes.length >= 3) {
      int at = random.nextInt(bytes.length - 2);
      System.arraycopy(character, 0, bytes, at, character.length);
    }
    boolean expected;
    try {
      UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      expected = true;
    } catch (CharacterCodingException e) {
      expected = false;
    }
    byte[] padded = new byte[bytes.length + 6];
    Arrays.fill(padded, (byte) 0xff);
    System.arraycopy(bytes, 0, padded, 3, bytes.length);
    assertThat(Utf8.valid(padded, 3, bytes.length)).isEqualTo(expected);
    byte[] mended = Utf8.repaired(padded, 3, bytes.length);
    assertThat(Utf8.valid(mended, 0, mended.length)).isTrue();
    assertThat(mended).isEqualTo(new String(bytes, UTF_8).getBytes(UTF_8));
  }

  @Property(tries = 5_000)
  void aCutKeepsWholeCharactersAndWastesNone(@ForAll long seed) {
    Random random = new Random(seed);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 10; i++) {
      text.append(new String[] {"a", "é", "가", "😀"}[random.nextInt(4)]);
    }
    byte[] bytes = text.toString().getBytes(UTF_8);
    int max = 4 + random.nextInt(bytes.length - 4);
    if (max < bytes.length) {
      int length = Utf8.cut(bytes, 0, max);
      assertThat(Utf8.valid(bytes, 0, length)).isTrue();
      assertThat(length).isBetween(max - 3, max);
    }
  }
}
