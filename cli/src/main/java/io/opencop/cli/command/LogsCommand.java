package io.opencop.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.opencop.cli.Terminal;
import io.opencop.cli.client.Api;
import io.opencop.cli.client.Query;
import io.opencop.cli.output.Figures;
import io.opencop.cli.output.Lines;
import io.opencop.cli.output.Printer;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cop logs [SERVICE] [-f]}: lines as a terminal wants them, the newest last. */
@Command(name = "logs")
final class LogsCommand extends CopCommand {
  @Parameters(index = "0", arity = "0..1", paramLabel = "SERVICE")
  String service;

  @Option(names = {"-f", "--follow"})
  boolean follow;

  @Mixin ClientOptions client;
  @Mixin Filters filters;

  LogsCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  public Integer call() {
    if (service != null) {
      filters.service = service;
    }
    Api api = client.api(terminal);
    JsonNode answer = api.get("/api/v1/logs", filters.on(client.range()));
    Printer printer = client.printer(terminal);
    if (!printer.raw(answer)) {
      List<JsonNode> lines = new ArrayList<>();
      answer.path("logs").forEach(lines::add);
      boolean oldestFirst = "oldest".equals(filters.order);
      (oldestFirst ? lines : lines.reversed()).forEach(this::print);
      if (lines.isEmpty() && !follow) {
        printer.nothing(
            "Look further back, for example --from 6h; `cop get services` lists who sends.",
            "--from 6h처럼 기간을 늘려 보십시오. `cop get services`가 보내는 서비스를 보여 줍니다.");
      }
    }
    if (follow) {
      Query tail =
          new Query()
              .with("service", filters.service)
              .with("severity", filters.severity)
              .with("text", filters.text);
      api.events("/api/v1/logs/tail", tail, this::event);
    }
    return OK;
  }

  private void event(String name, JsonNode data) {
    if (name.equals("log")) {
      print(data);
    } else if (name.equals("skipped")) {
      String n = Figures.count(data.path("count"));
      terminal.err().println(say("… " + n + " more, too fast to show", "… " + n + "건은 너무 빨라 생략"));
    }
  }

  private void print(JsonNode log) {
    terminal.out().println(Lines.log(log));
  }
}
