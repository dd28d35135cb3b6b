package io.opencop.shop.storefront;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MessagesTest {
  @Test
  void koreanAndEnglishSayTheSameThings() throws IOException {
    assertThat(keys("/messages_ko.properties")).isEqualTo(keys("/messages.properties"));
  }

  private static Set<String> keys(String resource) throws IOException {
    Properties messages = new Properties();
    try (var in =
        new InputStreamReader(
            MessagesTest.class.getResourceAsStream(resource), StandardCharsets.UTF_8)) {
      messages.load(in);
    }
    return messages.stringPropertyNames();
  }
}
