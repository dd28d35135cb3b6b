package io.opencop.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.opencop.model.Change;
import io.opencop.model.ChangeKind;
import io.opencop.model.app.RestartReason;
import io.opencop.model.message.Lang;
import io.opencop.model.message.Message;
import io.opencop.model.message.Notice;
import io.opencop.runtime.control.ControlMessage;
import io.opencop.server.sessions.SessionsMessage;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What was done to an app is told in the reader's language, whichever it was written in. */
class ChangeWordsTest {
  /** Names and figures with and without a final consonant in Korean, and with digits. */
  private static final List<List<String>> VALUES =
      List.of(
          List.of("order-r3-x7k2p", "1", "2", "결제", "512 MiB", "9"),
          List.of("쇼핑몰", "7", "0", "김운영", "a.b/c (d)", "x"));

  static Stream<Message> messages() {
    return Stream.<Message[]>of(
            RestartReason.values(), ControlMessage.values(), SessionsMessage.values())
        .flatMap(Arrays::stream);
  }

  @ParameterizedTest
  @MethodSource("messages")
  void everySentenceIsSaidInEitherLanguage(Message message) {
    for (List<String> values : VALUES) {
      Notice notice = notice(message, values);
      for (Lang written : Lang.values()) {
        for (Lang read : Lang.values()) {
          Change change = change(message.code(), notice.text(written));
          assertThat(ChangeWords.in(read, change).summary())
              .as(message + " " + written + " to " + read)
              .isEqualTo(notice.text(read));
        }
      }
    }
  }

  @Test
  void whatSomebodyElseWroteStaysAsItIs() {
    for (Change own :
        List.of(
            change("COP-3213", "pool 20 → 2"),
            change("9f2c1ab", "order was scaled from 1 to 2 instances by kim."),
            change(null, "order was scaled from 1 to 2 instances by kim."))) {
      assertThat(ChangeWords.in(Lang.KO, own)).isEqualTo(own);
    }
  }

  @Test
  void nothingButTheWordsChanges() {
    Change change =
        new Change(
            Instant.EPOCH,
            ChangeKind.SCALE,
            "order",
            "COP-3213",
            "order was scaled from 1 to 2 instances by kim.",
            "kim",
            "r1",
            "-a");
    assertThat(ChangeWords.in(Lang.KO, change))
        .isEqualTo(
            new Change(
                Instant.EPOCH,
                ChangeKind.SCALE,
                "order",
                "COP-3213",
                "order의 인스턴스를 1개에서 2개로 바꾸었습니다(kim).",
                "kim",
                "r1",
                "-a"));
  }

  private static Notice notice(Message message, List<String> values) {
    Map<String, Message.Text> filled = new LinkedHashMap<>();
    Pattern.compile("\\{([a-z_]+)\\}")
        .matcher(message.text().en())
        .results()
        .forEach(m -> {
          String value = values.get(filled.size() % values.size());
          filled.putIfAbsent(m.group(1), new Message.Text(value, value));
        });
    return new Notice(message, filled);
  }

  private static Change change(String id, String summary) {
    return new Change(Instant.EPOCH, ChangeKind.RESTART, "order", id, summary, null, null, null);
  }
}
