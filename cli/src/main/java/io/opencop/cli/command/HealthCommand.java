package io.opencop.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.opencop.cli.Terminal;
import io.opencop.cli.client.Connection;
import io.opencop.cli.client.RunningPlatform;
import io.opencop.cli.output.Figures;
import io.opencop.cli.output.ListView;
import io.opencop.cli.output.Table;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code cop health}: the platform's own state; fails unless it is ok. */
@Command(name = "health")
final class HealthCommand extends CopCommand {
  private static final ListView RECEIVED =
      new ListView(
          "",
          "",
          n -> n.path("signal").asText(),
          List.of(
              ListView.left("SIGNAL", "신호", n -> n.path("signal").asText()),
              ListView.right("RECEIVED", "수신", n -> Figures.count(n.path("items"))),
              ListView.right("NOW", "현재", n -> Figures.rate(n.path("per_second"))),
              ListView.right("REQUESTS", "요청", n -> Figures.count(n.path("requests"))),
              ListView.right("SENT AGAIN", "재전송", n -> Figures.count(n.path("duplicates"))),
              ListView.left("REFUSED", "거절", HealthCommand::refused)));

  private static final ListView STORED =
      new ListView(
          "",
          "",
          n -> n.path("signal").asText(),
          List.of(
              ListView.left("SIGNAL", "신호", n -> n.path("signal").asText()),
              ListView.right("HOT", "메모리 행", n -> Figures.count(n.path("hot_rows"))),
              ListView.right("SEALED", "봉인된 행", n -> Figures.count(n.path("sealed_rows"))),
              ListView.right("SEGMENTS", "세그먼트", n -> Figures.count(n.path("segments"))),
              ListView.right("DISK", "디스크", n -> Figures.bytes(n.path("bytes"))),
              ListView.left("OLDEST", "가장 오래됨", n -> Figures.time(n.path("oldest"))),
              ListView.right("KEPT FOR", "보존 기간", n -> Figures.age(n.path("retention_s"))),
              ListView.right("FREED", "보존으로 비움", n -> Figures.bytes(n.path("freed_bytes")))));

  @Mixin ClientOptions client;

  HealthCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  public Integer call() {
    List<RunningPlatform> running = Connection.candidates(terminal, client.url);
    if (running.size() > 1) {
      return new HealthOfAll(terminal, client).show(running) ? OK : FAILED;
    }
    JsonNode h = client.api(terminal).get("/api/v1/health");
    String status = h.path("status").asText();
    if (!client.printer(terminal).raw(h)) {
      show(h, status);
    }
    return status.equals("ok") ? OK : FAILED;
  }

  private void show(JsonNode h, String status) {
    String word = word(terminal, status);
    terminal
        .out()
        .println(
            word
                + " · OpenCOP "
                + h.path("version").asText()
                + say(" · up ", " · 가동 ")
                + Figures.age(h.path("uptime_s")));
    for (JsonNode problem : h.path("problems")) {
      terminal
          .out()
          .println(problem.path("code").asText() + " " + problem.path("message").asText());
      terminal.out().println("  → " + problem.path("next").asText(""));
    }
    terminal.out().println();
    terminal.out().print(HealthState.of(terminal, h));
    terminal.out().println();
    terminal.out().print(RECEIVED.table(terminal, h.at("/receiver/signals"), false));
    terminal.out().println();
    terminal.out().print(STORED.table(terminal, h.at("/store/signals"), false));
    limits(h.path("limits"));
  }

  static String word(Terminal terminal, String status) {
    return switch (status) {
      case "ok" -> terminal.say("ok", "정상");
      case "degraded" -> terminal.say("degraded", "저하됨");
      default -> terminal.say("refusing data", "수신 거부 중");
    };
  }

  private void limits(JsonNode limits) {
    Table table =
        new Table(
            List.of(say("LIMIT", "한도"), ">" + say("AT", "값"), ">" + say("FOLDED", "합치거나 자름")));
    for (JsonNode l : limits) {
      if (l.path("folded").asLong() > 0) {
        table.add(
            List.of(
                l.path("name").asText(),
                l.path("name").asText().contains("bytes")
                    ? Figures.bytes(l.path("limit"))
                    : Figures.count(l.path("limit")),
                Figures.count(l.path("folded"))));
      }
    }
    if (!table.isEmpty()) {
      terminal.out().println();
      terminal.out().print(table);
    }
  }

  private static String refused(JsonNode signal) {
    StringBuilder out = new StringBuilder();
    for (JsonNode r : signal.path("refused")) {
      // A request refused unread has no items that anybody could count.
      boolean items = r.path("items").asLong() > 0;
      JsonNode count = items ? r.path("items") : r.path("requests");
      if (count.asLong() > 0) {
        out.append(out.isEmpty() ? "" : ", ").append(r.path("reason").asText());
        out.append(' ').append(Figures.count(count)).append(items ? "" : " req");
      }
    }
    return out.isEmpty() ? "0" : out.toString();
  }
}
