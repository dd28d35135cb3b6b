package io.opencop.cli.output;

import com.fasterxml.jackson.databind.JsonNode;
import io.opencop.cli.Terminal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** A trace as a tree with bars; {@code *} marks spans on the critical path, {@code !} errors. */
public final class Waterfall {
  private static final int BAR = 40;

  private final JsonNode trace;
  private final double length;
  private final Set<String> critical = new HashSet<>();
  private final Map<String, List<JsonNode>> children = new LinkedHashMap<>();
  private final Set<String> seen = new HashSet<>();
  private final StringBuilder out = new StringBuilder();

  private Waterfall(JsonNode trace) {
    this.trace = trace;
    this.length = Math.max(0.001, trace.path("duration_ms").asDouble());
    trace.path("critical_path").forEach(c -> critical.add(c.path("span_id").asText()));
  }

  public static String of(Terminal terminal, JsonNode trace) {
    Waterfall w = new Waterfall(trace);
    int n = trace.path("spans").size();
    w.out.append(
        String.format(
            Locale.ROOT,
            "%s  %s  %s  %s%n",
            trace.path("trace_id").asText(),
            Figures.time(trace.path("start")),
            Figures.millis(trace.path("duration_ms")),
            terminal.say(n == 1 ? "1 span" : n + " spans", "스팬 " + n + "개")));
    w.draw();
    return w.out.toString();
  }

  private void draw() {
    Set<String> ids = new HashSet<>();
    trace.path("spans").forEach(s -> ids.add(s.path("span_id").asText()));
    List<JsonNode> roots = new ArrayList<>();
    for (JsonNode span : trace.path("spans")) {
      String parent = span.path("parent_span_id").asText("");
      if (ids.contains(parent)) {
        children.computeIfAbsent(parent, k -> new ArrayList<>()).add(span);
      } else {
        roots.add(span);
      }
    }
    roots.forEach(r -> branch(r, 0));
    // Spans whose parents form a ring are reached from no root; they are shown all the same.
    trace.path("spans").forEach(s -> branch(s, 0));
  }

  private void branch(JsonNode span, int depth) {
    String id = span.path("span_id").asText();
    if (!seen.add(id)) {
      return;
    }
    String mark =
        span.path("status").asText().equals("error") ? "!" : critical.contains(id) ? "*" : " ";
    String label =
        "  ".repeat(Math.min(depth, 20))
            + span.path("service").asText()
            + ": "
            + Table.plain(span.path("name").asText());
    out.append(
        String.format(
            Locale.ROOT,
            "%s %s %10s  %s%n",
            mark,
            bar(span),
            Figures.millis(span.path("duration_ms")),
            label));
    children.getOrDefault(id, List.of()).forEach(c -> branch(c, depth + 1));
  }

  private String bar(JsonNode span) {
    int from = column(span.path("start_ms").asDouble());
    int to = column(span.path("start_ms").asDouble() + span.path("duration_ms").asDouble());
    return " ".repeat(from)
        + "━".repeat(Math.max(1, to - from))
        + " ".repeat(BAR - Math.max(to, from + 1));
  }

  private int column(double ms) {
    return Math.clamp(Math.round(ms / length * BAR), 0, BAR - 1);
  }
}
