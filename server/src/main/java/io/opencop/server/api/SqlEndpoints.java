package io.opencop.server.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.opencop.model.TimeRange;
import io.opencop.telemetry.SqlStore;
import io.opencop.telemetry.TelemetryStore;
import java.util.Map;

/** SQL for the curious, where the store offers it. */
final class SqlEndpoints {
  private static final int ROWS = 1000;

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
    return Json.flat(sql().sql(body.get("query").asText(), range, Math.min(rows, mostRows)));
  }
}
