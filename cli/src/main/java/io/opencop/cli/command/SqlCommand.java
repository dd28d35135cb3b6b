package io.opencop.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.opencop.cli.Terminal;
import io.opencop.cli.output.Figures;
import io.opencop.cli.output.Printer;
import io.opencop.cli.output.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cop sql "…"}; without a query, the views and their columns. */
@Command(name = "sql")
final class SqlCommand extends CopCommand {
  private static final Set<String> NUMBERS =
      Set.of("TINYINT", "SMALLINT", "INTEGER", "BIGINT", "HUGEINT", "UBIGINT", "FLOAT", "DOUBLE");

  @Parameters(index = "0", arity = "0..1", paramLabel = "QUERY")
  String query;

  @Option(names = "--max-rows", paramLabel = "N")
  Integer maxRows;

  @Mixin ClientOptions client;

  SqlCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  public Integer call() {
    if (query == null) {
      return views();
    }
    ObjectNode body = JsonNodeFactory.instance.objectNode().put("query", query);
    if (client.from != null) {
      body.put("from", ClientOptions.time(client.from));
    }
    if (client.to != null) {
      body.put("to", ClientOptions.time(client.to));
    }
    if (maxRows != null) {
      body.put("max_rows", maxRows);
    }
    JsonNode answer = client.api(terminal).post("/api/v1/sql", body);
    Printer printer = client.printer(terminal);
    if (printer.raw(answer)) {
      return OK;
    }
    List<String> heads = new ArrayList<>();
    answer.path("columns").forEach(c -> heads.add(head(c)));
    Table table = new Table(heads);
    for (JsonNode row : answer.path("rows")) {
      List<String> cells = new ArrayList<>();
      row.forEach(v -> cells.add(v.isNull() ? "NULL" : Figures.text(v)));
      table.add(cells);
    }
    terminal.out().print(table);
    if (answer.path("truncated").asBoolean()) {
      terminal.err().println(say("There are more rows: --max-rows", "행이 더 있습니다: --max-rows"));
    }
    printer.cost(answer);
    return OK;
  }

  private static String head(JsonNode column) {
    boolean number = NUMBERS.contains(column.path("type").asText().replaceAll("\\(.*", ""));
    return (number ? ">" : "") + column.path("name").asText();
  }

  private Integer views() {
    JsonNode answer = client.api(terminal).get("/api/v1/sql");
    if (client.printer(terminal).raw(answer)) {
      return OK;
    }
    Table table =
        new Table(
            List.of(say("VIEW", "뷰"), say("COLUMN", "열"), say("TYPE", "형"), say("ABOUT", "설명")));
    for (JsonNode view : answer.path("views")) {
      String name = view.path("name").asText();
      table.add(List.of(name, "", "", view.path("description").asText()));
      view.path("columns")
          .forEach(c ->
              table.add(
                  List.of(
                      "",
                      c.path("name").asText(),
                      c.path("type").asText(),
                      c.path("description").asText(""))));
    }
    terminal.out().print(table);
    return OK;
  }
}
