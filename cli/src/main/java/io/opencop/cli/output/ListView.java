package io.opencop.cli.output;

import com.fasterxml.jackson.databind.JsonNode;
import io.opencop.cli.Terminal;
import java.util.List;
import java.util.function.Function;

/**
 * How the items of a list are shown.
 *
 * @param field the array in the answer
 * @param kind the word before the slash of {@code -o name}
 * @param name what identifies an item
 */
public record ListView(
    String field, String kind, Function<JsonNode, String> name, List<Column> columns) {

  /** One column; a wide one is shown with {@code -o wide} only, a right one is aligned right. */
  public record Column(
      String en, String ko, boolean right, boolean wide, Function<JsonNode, String> cell) {}

  public static Column left(String en, String ko, Function<JsonNode, String> cell) {
    return new Column(en, ko, false, false, cell);
  }

  public static Column right(String en, String ko, Function<JsonNode, String> cell) {
    return new Column(en, ko, true, false, cell);
  }

  public static Column wide(String en, String ko, Function<JsonNode, String> cell) {
    return new Column(en, ko, false, true, cell);
  }

  /** The table of these items in the terminal's language. */
  public Table table(Terminal terminal, Iterable<JsonNode> items, boolean withWide) {
    List<Column> shown = columns.stream().filter(c -> withWide || !c.wide()).toList();
    Table table =
        new Table(
            shown.stream()
                .map(c -> (c.right() ? ">" : "") + terminal.say(c.en(), c.ko()))
                .toList());
    for (JsonNode item : items) {
      table.add(shown.stream().map(c -> c.cell().apply(item)).toList());
    }
    return table;
  }
}
