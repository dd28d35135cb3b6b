package io.opencop.cli.output;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import io.opencop.cli.CliMessage;
import io.opencop.cli.Terminal;

/** Writes an answer in the form asked for. */
public final class Printer {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private final Terminal terminal;
  private final Format format;

  public Printer(Terminal terminal, Format format) {
    this.terminal = terminal;
    this.format = format;
  }

  /** True where JSON or YAML was asked for and the answer has been written as it is. */
  public boolean raw(JsonNode answer) {
    switch (format) {
      case JSON -> terminal.out().println(write(JSON, answer));
      case YAML -> terminal.out().print(write(yaml(), answer));
      case TABLE, WIDE, NAME -> {
        return false;
      }
    }
    return true;
  }

  public void list(JsonNode answer, ListView view) {
    if (raw(answer)) {
      return;
    }
    JsonNode items = answer.path(view.field());
    if (format == Format.NAME) {
      items.forEach(
          i -> terminal.out().println(view.kind() + "/" + Table.plain(view.name().apply(i))));
      return;
    }
    if (items.isEmpty()) {
      nothing(
          "Look further back, for example --from 6h, or drop a condition.",
          "--from 6h처럼 기간을 늘리거나 조건을 빼 보십시오.");
      return;
    }
    terminal.out().print(view.table(terminal, items, format == Format.WIDE));
    cost(answer);
  }

  /** An empty answer is an answer: nothing goes to the result, the next step to the person. */
  public void nothing(String hint, String hintKo) {
    terminal.tell(CliMessage.NOTHING_FOUND.with("hint", terminal.say(hint, hintKo)));
  }

  /** With {@code -o wide}: what the answer took, and whether there is more. */
  public void cost(JsonNode answer) {
    JsonNode cost = answer.path("cost");
    if (format == Format.WIDE && cost.isObject()) {
      String rows = Figures.count(cost.path("rows_read"));
      String bytes = Figures.bytes(cost.path("bytes_read"));
      String took = Figures.millis(cost.path("elapsed_ms"));
      terminal
          .err()
          .println(
              terminal.say(
                  "read "
                      + Figures.count(cost.path("rows_read"), "row", "rows")
                      + ", "
                      + bytes
                      + " in "
                      + took,
                  rows + "행, " + bytes + "를 " + took + "에 읽음"));
    }
    if (answer.hasNonNull("next_cursor")) {
      terminal
          .err()
          .println(
              terminal.say(
                  "There is more: --cursor " + answer.path("next_cursor").asText(),
                  "더 있습니다: --cursor " + answer.path("next_cursor").asText()));
    }
  }

  private static ObjectMapper yaml() {
    return new ObjectMapper(
        new YAMLFactory().disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER));
  }

  private static String write(ObjectMapper mapper, JsonNode node) {
    try {
      return mapper.writeValueAsString(node);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
