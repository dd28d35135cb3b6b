package io.opencop.cli.command;

import static io.opencop.cli.output.ListView.left;
import static io.opencop.cli.output.ListView.right;
import static io.opencop.cli.output.ListView.wide;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.opencop.cli.Terminal;
import io.opencop.cli.client.Api;
import io.opencop.cli.client.Query;
import io.opencop.cli.output.Figures;
import io.opencop.cli.output.ListView;
import java.util.List;

/** Sessions of an app, in words. */
final class SessionsText {
  /** What each instance did. */
  static final ListView INSTANCES =
      new ListView(
          "instances",
          "instance",
          n -> n.path("name").asText(),
          List.of(
              left("INSTANCE", "인스턴스", n -> n.path("name").asText()),
              right("ACTIVE", "활성 세션", n -> Figures.count(n.path("active_sessions"))),
              right("USERS", "활성 사용자", n -> Figures.count(n.path("active_users"))),
              right("CREATED", "생성", n -> Figures.rate(n.at("/per_second/created"))),
              right("EXPIRED", "만료", n -> Figures.rate(n.at("/per_second/expired"))),
              right("ENDED", "종료", n -> Figures.rate(n.at("/per_second/ended"))),
              right("LOOKUP P99", "조회 P99", n -> Figures.millis(n.at("/lookup_ms/p99"))),
              right("WRITE P99", "저장 P99", n -> Figures.millis(n.at("/write_ms/p99"))),
              right("MERGES", "병합", n -> Figures.count(n.at("/totals/merged"))),
              wide("CONFLICTS", "충돌", n -> Figures.count(n.at("/totals/conflicts"))),
              wide("REFUSED", "거절", n -> Figures.count(n.at("/totals/refused"))),
              wide("DEGRADED", "연결 끊김", n -> Figures.millis(n.at("/totals/degraded_ms")))));

  private static final ListView HEAVIEST =
      new ListView(
          "heaviest",
          "attribute",
          n -> n.path("key").asText(),
          List.of(
              left("ATTRIBUTE", "속성", n -> n.path("key").asText()),
              left("CLASS", "클래스", n -> n.path("class").asText()),
              right("COUNT", "개수", n -> Figures.count(n.path("count"))),
              right("BYTES", "합계", n -> Figures.bytes(n.path("bytes"))),
              right("LARGEST", "최대", n -> Figures.bytes(n.path("largest_bytes")))));

  private static final ListView FOUND =
      new ListView(
          "sessions",
          "session",
          n -> n.path("id").asText(),
          List.of(
              left("SESSION", "세션", n -> n.path("id").asText()),
              left("CREATED", "생성", n -> Figures.time(n.path("created"))),
              left("LAST USED", "마지막 사용", n -> Figures.time(n.path("accessed"))),
              right("TIMEOUT", "시간 제한", n -> Figures.age(n.path("timeout_s"))),
              right("BYTES", "크기", n -> Figures.bytes(n.path("bytes"))),
              right("ATTRIBUTES", "속성 수", n -> Figures.count(n.path("attributes")))));

  private final Terminal terminal;
  private final ClientOptions client;
  private final String path;

  SessionsText(Terminal terminal, ClientOptions client, String app) {
    this.terminal = terminal;
    this.client = client;
    this.path = "/api/v1/apps/" + Query.segment(app) + "/sessions";
  }

  /** Instance by instance. */
  void list(Api api) {
    JsonNode all = api.get(path);
    client.printer(terminal).list(all, INSTANCES);
  }

  /** Everything known of them. */
  void describe(Api api) {
    JsonNode all = api.get(path);
    if (client.printer(terminal).raw(all)) {
      return;
    }
    terminal.out().println(all.path("app").asText());
    JsonNode counted = all.path("counted");
    JsonNode sum = all.path("sum");
    line("Sessions", "세션", Figures.count(counted.path("sessions")));
    String minutes = all.path("active_minutes").asText();
    line(
        "Active (" + minutes + " min)",
        "활성(" + minutes + "분)",
        Figures.count(counted.path("active_sessions")));
    line("Users", "사용자", Figures.count(counted.path("users")));
    line("Active users", "활성 사용자", Figures.count(counted.path("active_users")));
    line("Counted", "집계 시각", Figures.time(counted.path("time")));
    line("Size", "크기", bytes(counted.path("size_bytes")));
    line("Created", "생성", Figures.rate(sum.at("/per_second/created")));
    line("Expired", "만료", Figures.rate(sum.at("/per_second/expired")));
    line("Ended", "종료", Figures.rate(sum.at("/per_second/ended")));
    line("Lookup", "조회", millis(sum.path("lookup_ms")));
    line("Write", "저장", millis(sum.path("write_ms")));
    line("Conflicts", "충돌", Figures.count(sum.at("/totals/conflicts")));
    line("Sign-ins refused", "거절된 로그인", Figures.count(sum.at("/totals/logins_refused")));
    line("Without the grid", "그리드 연결 끊김", Figures.millis(sum.at("/totals/degraded_ms")));
    if (!all.path("shared_with").isEmpty()) {
      line("Shared with", "함께 쓰는 앱", all.path("shared_with").toString());
    }
    if (sum.hasNonNull("degraded")) {
      line("Degraded", "성능 저하", sum.path("degraded").asText());
    }
    section("Instances", "인스턴스", INSTANCES, all.path("instances"));
    section("Heaviest attributes", "가장 큰 속성", HEAVIEST, counted.path("heaviest"));
  }

  /** The sessions of one user. */
  void user(Api api, String name) {
    JsonNode found =
        api.post(path + "/find", JsonNodeFactory.instance.objectNode().put("user", name));
    if (client.printer(terminal).raw(found)) {
      return;
    }
    line("User", "사용자", found.path("user").asText());
    if (found.path("sessions").isEmpty()) {
      line("Sessions", "세션", "0");
    }
    section("Sessions", "세션", FOUND, found.path("sessions"));
  }

  private void line(String what, String whatKo, String value) {
    terminal.out().println("  " + terminal.say(what, whatKo) + ": " + value);
  }

  private static String bytes(JsonNode spread) {
    return String.join(
        " · ",
        "p50 " + Figures.bytes(spread.path("p50")),
        "p95 " + Figures.bytes(spread.path("p95")),
        "p99 " + Figures.bytes(spread.path("p99")),
        "max " + Figures.bytes(spread.path("max")));
  }

  private static String millis(JsonNode spread) {
    return String.join(
        " · ",
        "p50 " + Figures.millis(spread.path("p50")),
        "p95 " + Figures.millis(spread.path("p95")),
        "p99 " + Figures.millis(spread.path("p99")),
        "max " + Figures.millis(spread.path("max")));
  }

  private void section(String title, String titleKo, ListView view, JsonNode items) {
    if (items.isEmpty()) {
      return;
    }
    terminal.out().println();
    terminal.out().println(terminal.say(title, titleKo));
    view.table(terminal, items, false)
        .toString()
        .lines()
        .forEach(line -> terminal.out().println("  " + line));
  }
}
