package io.opencop.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.opencop.cli.Terminal;
import io.opencop.cli.output.Table;
import java.util.List;
import java.util.Locale;

/** Why so many instances of an app run, and how its new release does. */
final class ScalingText {
  private static final int DECISIONS = 5;

  private final Terminal terminal;

  ScalingText(Terminal terminal) {
    this.terminal = terminal;
  }

  void print(JsonNode app) {
    if (app.has("canary")) {
      canary(app.path("canary"));
    }
    JsonNode scaling = app.path("scaling");
    if (scaling.isMissingNode()) {
      return;
    }
    title(terminal.say("Scaling", "확장"));
    line(
        terminal.say("Bounds", "한도"),
        scaling.path("min").asInt() + " … " + scaling.path("max").asInt());
    for (JsonNode window : scaling.path("windows")) {
      line(
          terminal.say("Schedule", "일정"),
          String.join(
              "  ",
              window.path("start").asText() + " … " + window.path("end").asText(),
              window.path("timezone").asText(),
              window.path("min").asInt() + " … " + window.path("max").asInt()));
    }
    JsonNode last = scaling.path("last");
    if (!last.isMissingNode()) {
      line(terminal.say("Computed", "계산값"), last.path("computed").asText());
      line(terminal.say("Wanted", "목표"), last.path("after").asText());
      line(terminal.say("Limit", "걸린 한도"), limit(last.path("limit").asText()));
      inputs(last.path("inputs"));
      decisions(scaling.path("decisions"));
    }
  }

  private void inputs(JsonNode inputs) {
    Table table =
        new Table(
            List.of(
                terminal.say("INPUT", "입력"),
                terminal.say("VALUE", "현재"),
                terminal.say("TARGET", "목표"),
                terminal.say("RATIO", "비율"),
                terminal.say("INSTANCES", "인스턴스")));
    for (JsonNode input : inputs) {
      table.add(
          List.of(
              input.path("metric").asText(input.path("measure").asText()),
              number(input.path("value")),
              number(input.path("target")),
              number(input.path("ratio")),
              input.path("replicas").asText("-")));
    }
    table.toString().lines().forEach(l -> terminal.out().println("  " + l));
  }

  private void decisions(JsonNode decisions) {
    if (decisions.isEmpty()) {
      return;
    }
    Table table =
        new Table(
            List.of(
                terminal.say("TIME", "시각"),
                terminal.say("BEFORE", "이전"),
                terminal.say("COMPUTED", "계산값"),
                terminal.say("AFTER", "이후"),
                terminal.say("LIMIT", "한도")));
    for (int i = 0; i < Math.min(DECISIONS, decisions.size()); i++) {
      JsonNode one = decisions.get(i);
      table.add(
          List.of(
              one.path("time").asText(),
              one.path("before").asText(),
              one.path("computed").asText(),
              one.path("after").asText(),
              limit(one.path("limit").asText())));
    }
    table.toString().lines().forEach(l -> terminal.out().println("  " + l));
  }

  private void canary(JsonNode canary) {
    title(terminal.say("Canary", "카나리"));
    line(
        terminal.say("Step", "단계"),
        canary.path("step").asText()
            + "/"
            + canary.path("steps").asText()
            + ", "
            + canary.path("weight").asText()
            + " %, "
            + canary.path("held_s").asText()
            + "/"
            + canary.path("hold_s").asText()
            + " s");
    line(terminal.say("Verdict", "판정"), verdict(canary.path("verdict").asText()));
    line(terminal.say("New release", "새 릴리스"), figures(canary.path("new")));
    line(terminal.say("Old release", "이전 릴리스"), figures(canary.path("old")));
  }

  private String figures(JsonNode red) {
    String errors = red.path("errors").asText() + "/" + red.path("requests").asText();
    return terminal.say(errors + " failed", errors + " 실패")
        + (red.has("p95_ms") ? ", p95 " + number(red.path("p95_ms")) + " ms" : "");
  }

  private String verdict(String verdict) {
    return switch (verdict) {
      case "well" -> terminal.say("does well", "문제 없음");
      case "errors" -> terminal.say("fails more often", "오류가 더 많음");
      case "slow" -> terminal.say("is slower", "더 느림");
      default -> terminal.say("too few requests yet", "아직 요청이 적음");
    };
  }

  private String limit(String limit) {
    return switch (limit) {
      case "none" -> "-";
      case "tolerance" -> terminal.say("within the tolerance", "허용 오차 안");
      case "not_measured" -> terminal.say("an input is not measured", "측정되지 않은 입력");
      case "window" -> terminal.say("stabilisation window", "안정화 기간");
      case "policy" -> terminal.say("policy", "정책");
      case "min" -> terminal.say("minimum", "최소");
      case "max" -> terminal.say("maximum", "최대");
      case "schedule" -> terminal.say("schedule", "일정");
      default -> limit;
    };
  }

  private static String number(JsonNode node) {
    return node.isNumber() ? String.format(Locale.ROOT, "%.2f", node.asDouble()) : "-";
  }

  private void title(String title) {
    terminal.out().println();
    terminal.out().println(title);
  }

  private void line(String what, String value) {
    terminal.out().println("  " + what + ": " + value);
  }
}
