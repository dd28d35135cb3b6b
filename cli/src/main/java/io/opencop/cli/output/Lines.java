package io.opencop.cli.output;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;

/** One item in one line. */
public final class Lines {
  private Lines() {}

  /** Time, severity, service, body and, where there is one, the trace. */
  public static String log(JsonNode log) {
    String trace = log.path("trace_id").asText("");
    return Table.plain(
        String.format(
            Locale.ROOT,
            "%s %-5s %s  %s%s",
            Figures.time(log.path("time")),
            log.path("severity").asText("").toUpperCase(Locale.ROOT),
            log.path("service").asText("-"),
            Figures.text(log.path("body")),
            trace.isEmpty() || trace.equals("null") ? "" : "  trace=" + trace));
  }
}
