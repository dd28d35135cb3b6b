package io.opencop.cli.output;

import static io.opencop.cli.output.ListView.left;
import static io.opencop.cli.output.ListView.right;
import static io.opencop.cli.output.ListView.wide;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** The lists of the API as tables. */
public final class Views {
  private Views() {}

  public static final ListView SERVICES =
      new ListView(
          "services",
          "service",
          at("/service"),
          List.of(
              left("SERVICE", "서비스", at("/service")),
              right("RATE", "초당 요청", n -> Figures.rate(n.at("/red/rate"))),
              right("ERRORS", "오류", n -> Figures.percent(n.at("/red/error_ratio"))),
              right("P50", "P50", n -> Figures.millis(n.at("/red/p50_ms"))),
              right("P95", "P95", n -> Figures.millis(n.at("/red/p95_ms"))),
              right("INSTANCES", "인스턴스", n -> Figures.count(n.at("/instances"))),
              left("VERSIONS", "버전", n -> join(n.at("/versions"))),
              wide("SPANS", "스팬", n -> Figures.count(n.at("/spans"))),
              wide("LOGS", "로그", n -> Figures.count(n.at("/logs"))),
              wide("LANGUAGE", "언어", at("/language")),
              wide("LAST SEEN", "마지막 수신", n -> Figures.time(n.at("/last_seen")))));

  public static final ListView TRACES =
      new ListView(
          "traces",
          "trace",
          at("/trace_id"),
          List.of(
              left("TRACE", "트레이스", at("/trace_id")),
              left("START", "시작", n -> Figures.time(n.at("/start"))),
              right("DURATION", "소요 시간", n -> Figures.millis(n.at("/duration_ms"))),
              right("SPANS", "스팬", n -> Figures.count(n.at("/spans"))),
              right("ERRORS", "오류", n -> Figures.count(n.at("/errors"))),
              left("ROOT", "루트", n -> text(n, "/root_service") + ": " + text(n, "/root_operation")),
              wide("SERVICES", "서비스", n -> join(names(n.at("/services"), "service")))));

  public static final ListView LOGS =
      new ListView(
          "logs",
          "log",
          at("/id"),
          List.of(
              left("TIME", "시각", n -> Figures.time(n.at("/time"))),
              left("SEVERITY", "심각도", at("/severity")),
              left("SERVICE", "서비스", at("/service")),
              left("BODY", "내용", at("/body")),
              wide("TRACE", "트레이스", at("/trace_id")),
              wide("ATTRIBUTES", "속성", at("/attributes"))));

  public static final ListView METRICS =
      new ListView(
          "metrics",
          "metric",
          at("/name"),
          List.of(
              left("METRIC", "메트릭", at("/name")),
              left("TYPE", "유형", at("/type")),
              left("UNIT", "단위", at("/unit")),
              right("SERIES", "시계열", n -> Figures.count(n.at("/series"))),
              left("SERVICES", "서비스", n -> join(n.at("/services"))),
              wide("ATTRIBUTES", "속성", n -> join(n.at("/attributes"))),
              wide("DESCRIPTION", "설명", at("/description"))));

  public static final ListView CHANGES =
      new ListView(
          "changes",
          "change",
          at("/id"),
          List.of(
              left("TIME", "시각", n -> Figures.time(n.at("/time"))),
              left("KIND", "종류", at("/kind")),
              left("SERVICE", "서비스", at("/service")),
              left("VERSION", "버전", at("/version")),
              left("SUMMARY", "요약", at("/summary")),
              wide("ID", "ID", at("/id")),
              wide("AUTHOR", "작성자", at("/author"))));

  public static final ListView OPERATIONS =
      new ListView(
          "operations",
          "operation",
          n -> text(n, "/service") + "/" + text(n, "/operation"),
          List.of(
              left("SERVICE", "서비스", at("/service")),
              left("OPERATION", "오퍼레이션", at("/operation")),
              left("KIND", "종류", at("/kind")),
              right("RATE", "초당 요청", n -> Figures.rate(n.at("/red/rate"))),
              right("COUNT", "건수", n -> Figures.count(n.at("/red/count"))),
              right("ERRORS", "오류", n -> Figures.percent(n.at("/red/error_ratio"))),
              right("P50", "P50", n -> Figures.millis(n.at("/red/p50_ms"))),
              right("P95", "P95", n -> Figures.millis(n.at("/red/p95_ms"))),
              right("P99", "P99", n -> Figures.millis(n.at("/red/p99_ms")))));

  public static final ListView PATTERNS =
      new ListView(
          "patterns",
          "pattern",
          at("/template_id"),
          List.of(
              right("COUNT", "건수", n -> Figures.count(n.at("/count"))),
              left("SEVERITY", "심각도", at("/severity")),
              left("FIRST SEEN", "처음 나타남", n -> Figures.time(n.at("/first_seen"))),
              left("SERVICES", "서비스", n -> join(n.at("/services"))),
              left("PATTERN", "패턴", at("/template")),
              wide("ID", "ID", at("/template_id")),
              wide("EXAMPLE", "예", at("/example"))));

  public static final ListView APPS =
      new ListView(
          "apps",
          "app",
          at("/name"),
          List.of(
              left("NAME", "이름", at("/name")),
              right("READY", "준비", n -> text(n, "/ready") + "/" + text(n, "/wanted")),
              left("PHASE", "상태", at("/phase")),
              right("RELEASE", "릴리스", at("/release")),
              left("VERSION", "버전", at("/version")),
              left("KIND", "종류", at("/kind")),
              wide("MEMORY", "메모리 한도", n -> Figures.bytes(n.at("/memory_bytes"))),
              wide("TAKEN BACK", "되돌림", at("/failed"))));

  public static final ListView INSTANCES =
      new ListView(
          "instances",
          "instance",
          at("/name"),
          List.of(
              left("NAME", "이름", at("/name")),
              left("STATE", "상태", at("/state")),
              left("ADDRESS", "주소", at("/address")),
              left("STARTED", "시작", n -> Figures.time(n.at("/started"))),
              right("MEMORY", "메모리", n -> Figures.bytes(n.at("/memory_bytes"))),
              right("CPU", "CPU", n -> cores(n.at("/cpu"))),
              left("ENDED", "종료", at("/exit/reason")),
              wide("RELEASE", "릴리스", at("/release")),
              wide("EXIT CODE", "종료 코드", at("/exit/code"))));

  public static final ListView RELEASES =
      new ListView(
          "releases",
          "release",
          at("/number"),
          List.of(
              right("RELEASE", "릴리스", at("/number")),
              left("VERSION", "버전", at("/version")),
              left("CREATED", "만든 때", n -> Figures.time(n.at("/created"))),
              left("ACTIVE", "사용 중", n -> n.at("/active").asBoolean() ? "*" : "-"),
              wide("ARTEFACT", "산출물", at("/artefact"))));

  private static String cores(JsonNode n) {
    return n.isNumber() ? String.format(Locale.ROOT, "%.2f", n.asDouble()) : "-";
  }

  private static Function<JsonNode, String> at(String pointer) {
    return n -> text(n, pointer);
  }

  private static String text(JsonNode n, String pointer) {
    return Figures.text(n.at(pointer));
  }

  private static Iterable<JsonNode> names(JsonNode items, String field) {
    List<JsonNode> names = new ArrayList<>();
    items.forEach(i -> names.add(i.path(field)));
    return names;
  }

  private static String join(Iterable<JsonNode> items) {
    List<String> texts = new ArrayList<>();
    items.forEach(i -> texts.add(i.asText()));
    return texts.isEmpty() ? "-" : String.join(", ", texts);
  }
}
