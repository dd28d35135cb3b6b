package io.opencop.server.config;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.opencop.model.message.Notice;
import io.opencop.server.message.ConfigMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Flattens a YAML file to dotted keys and remembers the line of each. */
final class YamlSource {
  private final Path file;
  private final List<Given> found = new ArrayList<>();

  private YamlSource(Path file) {
    this.file = file;
  }

  static List<Given> read(Path file, List<Notice> problems) {
    YamlSource source = new YamlSource(file);
    try (JsonParser parser = new YAMLFactory().createParser(Files.readString(file))) {
      if (parser.nextToken() != null && parser.currentToken() != JsonToken.VALUE_NULL) {
        source.value("", parser);
      }
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
      problems.add(
          ConfigMessage.BAD_FILE.with(
              "place", new Origin.Line(file, line), "reason", firstLine(e.getOriginalMessage())));
    } catch (IOException e) {
      problems.add(
          ConfigMessage.NO_FILE.with("place", file, "reason", e.getClass().getSimpleName()));
    }
    return source.found;
  }

  private void value(String key, JsonParser parser) throws IOException {
    int line = parser.currentTokenLocation().getLineNr();
    switch (parser.currentToken()) {
      case START_OBJECT -> {
        while (parser.nextToken() != JsonToken.END_OBJECT) {
          String name = parser.currentName();
          parser.nextToken();
          value(key.isEmpty() ? name : key + "." + name, parser);
        }
      }
      case START_ARRAY -> {
        List<String> texts = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          texts.add(parser.getValueAsString(""));
          parser.skipChildren();
        }
        found.add(new Given(key, texts, new Origin.Line(file, line)));
      }
      // An empty value means "as if the line were not there", which is what people expect of YAML.
      case VALUE_NULL -> {}
      default ->
          found.add(
              new Given(
                  key.isEmpty() ? parser.getText() : key,
                  List.of(parser.getText()),
                  new Origin.Line(file, line)));
    }
  }

  private static String firstLine(String text) {
    return text == null ? "" : text.lines().findFirst().orElse("");
  }
}
