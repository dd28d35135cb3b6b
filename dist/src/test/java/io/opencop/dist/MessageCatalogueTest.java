package io.opencop.dist;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.opencop.model.message.Message;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Every enum of messages in every module, found in the classes so that a new one cannot be
 * forgotten.
 */
class MessageCatalogueTest {
  @Test
  void everyNumberIsGivenOnce() {
    Map<Integer, List<Message>> byNumber =
        all().stream().collect(Collectors.groupingBy(Message::number));
    assertThat(byNumber.values()).allSatisfy(same -> assertThat(same).hasSize(1));
    assertThat(byNumber.keySet()).allMatch(n -> n >= 1000 && n <= 9999);
  }

  @Test
  void bothLanguagesExistAndNameTheSamePlaces() {
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

  private static List<Message> all() {
    return new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.opencop")
            .stream()
            .filter(c -> c.isEnum() && c.isAssignableTo(Message.class))
            .map(JavaClass::reflect)
            .flatMap(type -> Arrays.stream(type.getEnumConstants()))
            .map(Message.class::cast)
            .toList();
  }
}
