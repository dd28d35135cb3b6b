package io.opencop.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.opencop.cli.Terminal;
import io.opencop.cli.output.Figures;
import java.util.Set;

/** What was seen so far, in five lines a person reads at a glance. */
final class Summary {
  private Summary() {}

  static String of(Terminal terminal, Set<String> services, JsonNode overview) {
    JsonNode red = overview.path("red");
    JsonNode slowest = overview.path("slowest");
    String names = String.join(", ", services);
    String operation =
        slowest.isObject()
            ? slowest.path("service").asText()
                + ": "
                + slowest.path("operation").asText()
                + " (p95 "
                + Figures.millis(slowest.at("/red/p95_ms"))
                + ")"
            : "-";
    String requests = Figures.count(red.path("count"));
    String errors = Figures.percent(red.path("error_ratio"));
    String p95 = Figures.millis(red.path("p95_ms"));
    String spans = Figures.count(overview.path("spans"));
    String logs = Figures.count(overview.path("logs"));
    String points = Figures.count(overview.path("metric_points"));
    return terminal.say(
        """
        So far
          services    %s (%s)
          requests    %s, errors %s, p95 %s
          stored      %s spans, %s log records, %s metric points
          slowest     %s\
        """
            .formatted(
                services.size(), names, requests, errors, p95, spans, logs, points, operation),
        """
        지금까지
          서비스      %s개 (%s)
          요청        %s건, 오류 %s, p95 %s
          저장        스팬 %s개, 로그 %s건, 메트릭 포인트 %s개
          가장 느림   %s\
        """
            .formatted(
                services.size(), names, requests, errors, p95, spans, logs, points, operation));
  }
}
