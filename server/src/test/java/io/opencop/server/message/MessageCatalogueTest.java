package io.opencop.server.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.opencop.model.message.Message;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every enum of messages in this module, found on disk so that a new one cannot be forgotten. */
class MessageCatalogueTest {
  @Test
  void everyNumberIsGivenOnce() throws Exception {
    Map<Integer, List<Message>> byNumber =
        all().stream().collect(Collectors.groupingBy(Message::number));
    assertThat(byNumber.values()).allSatisfy(same -> assertThat(same).hasSize(1));
    assertThat(byNumber.keySet()).allMatch(n -> n >= 1000 && n <= 9999);
  }

  @Test
  void bothLanguagesExistAndNameTheSamePlaces() throws Exception {
    assertThat(all()).isNotEmpty();
    for (Message message : all()) {
      assertThat(message.text().en()).as(message.code()).isNotBlank();
      assertThat(message.text().ko()).as(message.code()).containsPattern("[가-힣]");
      assertThat(places(message.text().ko()))
          .as(message.code())
          .isEqualTo(places(message.text().en()));
      assertThat(places(message.next().ko()))
          .as(message.code())
          .isEqualTo(places(message.next().en()));
      assertThat(message.next().ko().isEmpty())
          .as(message.code())
          .isEqualTo(message.next().en().isEmpty());
    }
  }

  private static Set<String> places(String text) {
    return Pattern.compile("\\{[^}]*\\}")
        .matcher(text)
        .results()
        .map(r -> r.group())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  static List<Message> all() throws IOException, URISyntaxException {
    Path classes =
        Path.of(Message.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    List<Message> found = new ArrayList<>();
    try (Stream<Path> files = Files.walk(classes)) {
      for (Path file : files.filter(f -> f.toString().endsWith("Message.class")).toList()) {
        String name = classes.relativize(file).toString().replace('/', '.');
        Class<?> type = load(name.substring(0, name.length() - ".class".length()));
        if (type.isEnum() && Message.class.isAssignableFrom(type)) {
          Arrays.stream(type.getEnumConstants()).map(Message.class::cast).forEach(found::add);
        }
      }
    }
    return found;
  }

  private static Class<?> load(String name) {
    try {
      return Class.forName(name);
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }
}
