package io.opencop.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.opencop.cli.Terminal;
import io.opencop.cli.client.Api;
import io.opencop.cli.client.Query;
import io.opencop.cli.output.Figures;
import io.opencop.cli.output.ListView;
import io.opencop.cli.output.Printer;
import io.opencop.cli.output.Sparkline;
import io.opencop.cli.output.Views;
import io.opencop.cli.output.Waterfall;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code cop describe app|service|sessions NAME} and {@code cop describe trace ID}. */
@Command(name = "describe")
final class DescribeCommand extends CopCommand {
  private static final ListView SLICES =
      new ListView(
          "",
          "",
          n -> n.path("key").asText(),
          List.of(
              ListView.left("KEY", "이름", n -> n.path("key").asText()),
              ListView.right("RATE", "초당 요청", n -> Figures.rate(n.at("/red/rate"))),
              ListView.right("ERRORS", "오류", n -> Figures.percent(n.at("/red/error_ratio"))),
              ListView.right("P95", "P95", n -> Figures.millis(n.at("/red/p95_ms")))));

  @Parameters(index = "0", paramLabel = "app|service|trace|sessions")
  String kind;

  @Parameters(index = "1", paramLabel = "NAME")
  String name;

  @Option(names = "--user", paramLabel = "NAME")
  String user;

  @Mixin ClientOptions client;
  @Spec CommandSpec spec;

  DescribeCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  public Integer call() {
    Api api = client.api(terminal);
    Printer printer = client.printer(terminal);
    switch (kind) {
      case "app", "apps" -> {
        JsonNode app = api.get("/api/v1/apps/" + Query.segment(name));
        if (!printer.raw(app)) {
          app(app);
        }
      }
      case "session", "sessions" -> {
        SessionsText sessions = new SessionsText(terminal, client, name);
        if (user == null) {
          sessions.describe(api);
        } else {
          sessions.user(api, user);
        }
      }
      case "service", "services", "svc" -> {
        JsonNode s = api.get("/api/v1/services/" + Query.segment(name), client.range());
        if (!printer.raw(s)) {
          service(s);
          printer.cost(s);
        }
      }
      case "trace", "traces" -> {
        JsonNode t = api.get("/api/v1/traces/" + Query.segment(name), new Query());
        if (!printer.raw(t)) {
          terminal.out().print(Waterfall.of(terminal, t));
          printer.cost(t);
        }
      }
      default ->
          throw new ParameterException(
              spec.commandLine(),
              say("There is no kind " + kind, kind + "(이)라는 종류는 없습니다")
                  + ": app, service, trace, sessions");
    }
    return OK;
  }

  private void app(JsonNode app) {
    terminal.out().println(app.path("name").asText());
    line(say("Phase", "상태"), app.path("phase").asText());
    line(
        say("Instances", "인스턴스"),
        app.path("ready").asText() + "/" + app.path("wanted").asText() + say(" ready", " 준비됨"));
    line(
        say("Release", "릴리스"),
        app.path("release").asText() + " (" + app.path("version").asText("-") + ")");
    line(say("Kind", "종류"), app.path("kind").asText());
    line(say("Memory", "메모리"), Figures.bytes(app.path("memory_bytes")));
    List<String> env = new ArrayList<>();
    app.path("env").forEach(e -> env.add(e.asText()));
    line(say("Environment", "환경 변수"), env.isEmpty() ? "-" : String.join(", ", env));
    if (app.hasNonNull("failed")) {
      line(say("Taken back", "되돌림"), app.path("failed").asText());
    }
    new ScalingText(terminal).print(app);
    section(say("Instances", "인스턴스"), Views.INSTANCES, app.path("instances"));
    section(say("Releases", "릴리스"), Views.RELEASES, app.path("releases"));
  }

  private void line(String what, String value) {
    terminal.out().println("  " + what + ": " + value);
  }

  private void service(JsonNode s) {
    JsonNode red = s.path("red");
    terminal.out().println(s.path("service").asText());
    terminal
        .out()
        .println(
            "  "
                + String.join(
                    " · ",
                    Figures.rate(red.path("rate")),
                    say("errors ", "오류 ") + Figures.percent(red.path("error_ratio")),
                    "p50 " + Figures.millis(red.path("p50_ms")),
                    "p95 " + Figures.millis(red.path("p95_ms")),
                    "p99 " + Figures.millis(red.path("p99_ms"))));
    if (!s.path("series").isEmpty()) {
      terminal.out().println("  " + Sparkline.of(counts(s), 80));
    }
    section(say("Operations", "오퍼레이션"), Views.OPERATIONS, s.path("operations"));
    section(say("Versions", "버전"), SLICES, s.path("versions"));
    section(say("Instances", "인스턴스"), SLICES, s.path("instances"));
    section(say("Changes", "변경"), Views.CHANGES, s.path("changes"));
  }

  private static JsonNode counts(JsonNode service) {
    ArrayNode counts = JsonNodeFactory.instance.arrayNode();
    service.path("series").forEach(p -> counts.add(p.path("count")));
    return counts;
  }

  private void section(String title, ListView view, JsonNode items) {
    if (items.isEmpty()) {
      return;
    }
    terminal.out().println();
    terminal.out().println(title);
    view.table(terminal, items, false)
        .toString()
        .lines()
        .forEach(line -> terminal.out().println("  " + line));
  }
}
