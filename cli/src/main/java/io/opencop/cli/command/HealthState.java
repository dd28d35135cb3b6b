package io.opencop.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.opencop.cli.Terminal;
import io.opencop.cli.output.Figures;
import io.opencop.cli.output.Table;
import java.util.List;

/** Where received data stands, what questions cost, and what the platform's process uses. */
final class HealthState {
  private final Terminal terminal;
  private final Table table;

  private HealthState(Terminal terminal) {
    this.terminal = terminal;
    this.table = new Table(List.of(terminal.say("STATE", "상태"), ""));
  }

  static Table of(Terminal terminal, JsonNode health) {
    HealthState state = new HealthState(terminal);
    state.queue(health.path("pipeline"));
    state.journal(health.path("journal"));
    state.disk(health.path("store"));
    state.questions(health.path("queries"));
    state.process(health.path("process"));
    state.gateway(health.path("gateway"));
    state.sessions(health.path("sessions"));
    return state.table;
  }

  private void queue(JsonNode queue) {
    add(
        terminal.say("queue", "대기열"),
        terminal
            .say("%s of %s, behind by %s", "%s / 한도 %s, 지연 %s")
            .formatted(
                Figures.bytes(queue.path("queued_bytes")),
                Figures.bytes(queue.path("queue_limit_bytes")),
                Figures.millis(queue.path("lag_ms"))));
  }

  private void journal(JsonNode journal) {
    add(
        terminal.say("journal", "저널"),
        terminal
            .say("%s in %s, last sync %s", "%s, %s, 마지막 동기화 %s")
            .formatted(
                Figures.bytes(journal.path("bytes")),
                terminal.say(
                    Figures.count(journal.path("files"), "file", "files"),
                    "파일 " + Figures.count(journal.path("files")) + "개"),
                Figures.millis(journal.path("last_sync_ms"))));
  }

  private void disk(JsonNode store) {
    add(
        terminal.say("disk", "디스크"),
        terminal
            .say("%s used, %s free, %s set aside as damaged", "%s 사용, %s 남음, 손상되어 옮긴 파일 %s개")
            .formatted(
                Figures.bytes(store.path("disk_used_bytes")),
                Figures.bytes(store.path("disk_free_bytes")),
                Figures.count(store.path("quarantined"))));
  }

  private void questions(JsonNode queries) {
    add(
        terminal.say("questions", "질의"),
        terminal
            .say(
                "%s asked, %s read, %s slower than %s, %s refused",
                "%s건, 읽은 행 %s, 느린 질의 %s건(%s 이상), 거절 %s건")
            .formatted(
                Figures.count(queries.path("asked")),
                terminal.say(
                    Figures.count(queries.path("rows_read"), "row", "rows"),
                    Figures.count(queries.path("rows_read"))),
                Figures.count(queries.path("slow")),
                Figures.millis(queries.path("slow_ms")),
                Figures.count(queries.path("refused"))));
  }

  private void process(JsonNode process) {
    add(
        terminal.say("process", "프로세스"),
        terminal
            .say("CPU %s of a core, RSS %s, heap %s of %s", "CPU 코어의 %s, RSS %s, 힙 %s / %s")
            .formatted(
                Figures.percent(process.path("cpu_ratio")),
                Figures.bytes(process.path("rss_bytes")),
                Figures.bytes(process.path("heap_bytes")),
                Figures.bytes(process.path("heap_max_bytes"))));
  }

  private void gateway(JsonNode gateway) {
    String phase = gateway.path("phase").asText("off");
    if (phase.equals("off") || phase.equals("idle")) {
      return;
    }
    add(
        terminal.say("gateway", "게이트웨이"),
        word(phase)
            + (gateway.hasNonNull("url") ? ", " + gateway.path("url").asText() : "")
            + (gateway.hasNonNull("version")
                ? terminal.say(", version ", ", 버전 ") + gateway.path("version").asText()
                : "")
            + restarts(gateway));
  }

  private void sessions(JsonNode sessions) {
    String phase = sessions.path("phase").asText("off");
    if (phase.equals("off") || phase.equals("idle")) {
      return;
    }
    int ready = 0;
    for (JsonNode member : sessions.path("members")) {
      ready += member.path("state").asText().equals("ready") ? 1 : 0;
    }
    int members = sessions.path("members").size();
    String strength =
        members == 0
            ? ""
            : terminal
                .say(", %d of %d members ready", ", 멤버 %d / %d개 준비됨")
                .formatted(ready, members);
    add(terminal.say("sessions", "세션 그리드"), word(phase) + strength + restarts(sessions));
  }

  private String word(String phase) {
    return switch (phase) {
      case "starting" -> terminal.say("starting", "시작하는 중");
      case "running" -> terminal.say("running", "실행 중");
      case "ready" -> terminal.say("ready", "준비됨");
      case "degraded" -> terminal.say("degraded", "저하됨");
      case "external" -> terminal.say("an Infinispan of your own", "외부 Infinispan 사용");
      default -> terminal.say("failed", "실패");
    };
  }

  private String restarts(JsonNode of) {
    int restarts = of.path("restarts").asInt();
    return restarts == 0
        ? ""
        : terminal.say(", restarted %d times", ", 재시작 %d회").formatted(restarts);
  }

  private void add(String name, String text) {
    table.add(List.of(name, text));
  }
}
