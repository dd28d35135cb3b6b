package io.opencop.server.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.opencop.model.TimeRange;
import io.opencop.model.message.Notice;
import io.opencop.telemetry.SqlStore;
import io.opencop.telemetry.TelemetryStore;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** SQL for the curious, where the store offers it. */
final class SqlEndpoints {
  private static final int ROWS = 1000;

  /** {@code query: Binder Error: what is wrong}. */
  private static final Pattern SAID =
      Pattern.compile("(?:query: )?(?:([A-Za-z ]+) Error: )?(.*)", Pattern.DOTALL);

  private final TelemetryStore store;
  private final int mostRows;

  SqlEndpoints(TelemetryStore store, int mostRows) {
    this.store = store;
    this.mostRows = mostRows;
  }

  void addTo(Endpoints endpoints, Queries queries) {
    endpoints
        .add("sqlViews", _ -> Reply.ok(Map.of("views", sql().views())))
        .add("sql", queries.limited(this::query));
  }

  private SqlStore sql() {
    if (store instanceof SqlStore sql) {
      return sql;
    }
    throw new ProblemException(501, ApiMessage.NOT_OFFERED.with("what", "SQL"));
  }

  private Reply query(Call call) {
    JsonNode body = call.arguments().body();
    int rows = body.path("max_rows").asInt(ROWS);
    String from = body.path("from").asText(null);
    String to = body.path("to").asText(null);
    // Without a range SQL sees everything that is kept: it has a WHERE of its own.
    TimeRange range = from == null && to == null ? Times.EVER : Times.range(from, to, call.now());
    SqlStore sql = sql();
    try {
      return Json.flat(sql.sql(body.get("query").asText(), range, Math.min(rows, mostRows)));
    } catch (IllegalArgumentException e) {
      throw new ProblemException(400, why(e.getMessage()));
    }
  }

  /** The engine's words without what it puts before them: our own message says that already. */
  static Notice why(String said) {
    Matcher parts = SAID.matcher(said);
    String kind = parts.matches() && parts.group(1) != null ? parts.group(1) : "";
    return switch (kind) {
      case "INTERRUPT" -> ApiMessage.SQL_TOO_LONG.with();
      case "Out of Memory" -> ApiMessage.SQL_TOO_BIG.with();
      default ->
          ApiMessage.SQL_FAILED.with("reason", parts.matches() ? parts.group(2).strip() : said);
    };
  }
}
