package io.opencop.server.apps.logs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SplitterTest {
  private static Splitter.Cut cut(String text, boolean whole) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return Splitter.cut(bytes, bytes.length, whole);
  }

  @Test
  void aStackTraceStaysWithItsLine() {
    String trace = "ERROR x\n\tat a.b(C.java:1)\nCaused by: y\n\t... 3 more";
    assertThat(cut("INFO a\n" + trace + "\nINFO b\r\n", true).records())
        .containsExactly("INFO a", trace, "INFO b");
  }

  @Test
  void theLastRecordWaitsUntilNothingMoreComes() {
    assertThat(cut("one\ntwo\n", false)).isEqualTo(new Splitter.Cut(List.of("one"), 4));
    assertThat(cut("one\ntw", false)).isEqualTo(new Splitter.Cut(List.of(), 0));
    assertThat(cut("one\ntw", true)).isEqualTo(new Splitter.Cut(List.of("one", "tw"), 6));
    assertThat(cut("\n\n", true)).isEqualTo(new Splitter.Cut(List.of(), 2));
  }

  @Test
  void aLineWithoutAnEndIsCutBetweenLettersAndNothingIsLost() {
    String line = "가".repeat(Splitter.RECORD);
    List<String> records = cut(line, true).records();
    assertThat(records).hasSizeGreaterThan(2).allMatch(r -> !r.contains("\uFFFD"));
    assertThat(String.join("", records)).isEqualTo(line);
  }

  @Test
  void whatWasCutIsCutTheSameWayAgain() {
    Random random = new Random(7);
    String[] parts = {
      "INFO line", "\tat x", "\n", "\n", " ", "Caused by: z", "긴 줄 ".repeat(9000), "\r\n"
    };
    for (int round = 0; round < 300; round++) {
      StringBuilder text = new StringBuilder();
      int count = random.nextInt(40);
      for (int i = 0; i < count; i++) {
        text.append(parts[random.nextInt(parts.length)]);
      }
      byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
      List<String> all = new ArrayList<>();
      int from = 0;
      while (from < bytes.length) {
        byte[] rest = Arrays.copyOfRange(bytes, from, bytes.length);
        int length = Math.min(rest.length, 300_000);
        Splitter.Cut cut = Splitter.cut(rest, length, from + length == bytes.length);
        assertThat(cut.end()).isPositive();
        byte[] batch = Arrays.copyOf(rest, cut.end());
        Splitter.Cut again = Splitter.cut(batch, batch.length, true);
        assertThat(again).isEqualTo(cut);
        all.addAll(cut.records());
        from += cut.end();
      }
      String letters = text.toString().replaceAll("\\s", "");
      assertThat(String.join("", all).replaceAll("\\s", "")).isEqualTo(letters);
    }
  }

  @Test
  void severitiesAreGuessedFromTheWord() {
    assertThat(Level.of("2026-11-22 12:00 WARN  [main] x").number()).isEqualTo(13);
    assertThat(Level.of("{\"level\":\"error\",\"msg\":\"x\"}").number()).isEqualTo(17);
    assertThat(Level.of("SEVERE: x").number()).isEqualTo(17);
    assertThat(Level.of("Exception in thread \"main\" x").number()).isEqualTo(17);
    assertThat(Level.of("INFORMATION about terrors").number()).isZero();
  }
}
