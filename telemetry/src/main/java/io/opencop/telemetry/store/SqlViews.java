package io.opencop.telemetry.store;

import io.opencop.model.TimeRange;
import io.opencop.telemetry.assemble.Nanos;
import io.opencop.telemetry.rollup.RollupRows;
import io.opencop.telemetry.rollup.RollupView;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes the views over a pinned snapshot, in one connection, for one query. */
final class SqlViews {
  static final List<String> TABLES = List.of("spans", "logs", "series", "points", "histograms");

  private static final String KIND =
      "CASE kind WHEN 1 THEN 'internal' WHEN 2 THEN 'server' WHEN 3 THEN 'client' "
          + "WHEN 4 THEN 'producer' WHEN 5 THEN 'consumer' ELSE 'unspecified' END";
  private static final String STATUS =
      "CASE status_code WHEN 1 THEN 'ok' WHEN 2 THEN 'error' ELSE 'unset' END";
  private static final String SEVERITY =
      "CASE WHEN severity_number BETWEEN 1 AND 24 THEN ['trace', 'debug', 'info', 'warn', 'error', "
          + "'fatal'][(severity_number + 3) // 4] ELSE 'unspecified' END";

  private final Connection connection;
  private final Snapshot snapshot;
  private final TimeRange range;
  private final long from;
  private final long to;

  SqlViews(Connection connection, Snapshot snapshot, TimeRange range) {
    this.connection = connection;
    this.snapshot = snapshot;
    this.range = range;
    from = Nanos.of(range.from());
    to = Nanos.of(range.to());
  }

  void create(Set<String> wanted, Rollups rollups, Reading reading) throws SQLException {
    for (String view : wanted) {
      switch (view) {
        case "spans" -> spans(reading);
        case "logs" -> logs(reading);
        case "metric_series" -> execute("metric_series", series(reading));
        case "metric_points" -> points(reading);
        case "service_red" -> red(rollups);
        case "service_edges" -> edges(rollups);
        case "changes" -> changes();
        default -> throw new IllegalArgumentException("no view " + view);
      }
    }
  }

  private void spans(Reading reading) throws SQLException {
    Source s = reading.of(new Source(snapshot.files("spans", from, to)), 10);
    if (s.isEmpty()) {
      execute(
          "spans",
          "SELECT ''::VARCHAR AS trace_id, ''::VARCHAR AS span_id, ''::VARCHAR AS parent_span_id, "
              + "''::VARCHAR AS service, ''::VARCHAR AS name, ''::VARCHAR AS kind, ''::VARCHAR AS "
              + "status, now()::TIMESTAMP_NS AS start_time, now()::TIMESTAMP_NS AS end_time, "
              + "0::DOUBLE AS duration_ms WHERE FALSE");
      return;
    }
    execute(
        "spans",
        "SELECT "
            + hex(s, "trace_id")
            + ", "
            + hex(s, "span_id")
            + ", "
            + hex(s, "parent_span_id")
            + ", \"service.name\" AS service, "
            + s.column("name", "VARCHAR")
            + " AS name, "
            + KIND
            + " AS kind, "
            + STATUS
            + " AS status, start_time, make_timestamp_ns(epoch_ns(start_time) + duration_ns) AS "
            + "end_time, duration_ns / 1e6 AS duration_ms, * EXCLUDE ("
            + present(
                s,
                List.of(
                    "trace_id",
                    "span_id",
                    "parent_span_id",
                    "name",
                    "kind",
                    "status_code",
                    "start_time"))
            + ") FROM "
            + s.sql()
            + " WHERE "
            + Source.between("start_time", from, to));
  }

  private void logs(Reading reading) throws SQLException {
    Source s = reading.of(new Source(snapshot.files("logs", from, to)), 8);
    if (s.isEmpty()) {
      execute(
          "logs",
          "SELECT now()::TIMESTAMP_NS AS \"time\", ''::VARCHAR AS service, ''::VARCHAR AS severity, "
              + "''::VARCHAR AS body, ''::VARCHAR AS trace_id, ''::VARCHAR AS span_id WHERE FALSE");
      return;
    }
    execute(
        "logs",
        "SELECT \"time\", \"service.name\" AS service, "
            + SEVERITY
            + " AS severity, "
            + s.column("body", "VARCHAR")
            + " AS body, "
            + hex(s, "trace_id")
            + ", "
            + hex(s, "span_id")
            + ", * EXCLUDE ("
            + present(s, List.of("time", "body", "trace_id", "span_id"))
            + ") FROM "
            + s.sql()
            + " WHERE "
            + Source.between("time", from, to));
  }

  private String series(Reading reading) {
    Source s = reading.of(new Source(snapshot.files("series")), 10);
    if (s.isEmpty()) {
      return "SELECT 0::BIGINT AS series, ''::VARCHAR AS metric, ''::VARCHAR AS type, ''::VARCHAR "
          + "AS unit, ''::VARCHAR AS service, ''::VARCHAR AS attributes WHERE FALSE";
    }
    return "SELECT series, any_value(metric) AS metric, any_value(type) AS type, any_value("
        + s.column("unit", "VARCHAR")
        + ") AS unit, any_value(\"service.name\") AS service, any_value("
        + s.column("attributes", "VARCHAR")
        + ") AS attributes FROM "
        + s.sql()
        + " GROUP BY series";
  }

  private void points(Reading reading) throws SQLException {
    Source s = reading.of(new Source(snapshot.files("points", from, to)), 3);
    String rows =
        s.isEmpty()
            ? "SELECT 0::BIGINT AS series, now()::TIMESTAMP_NS AS \"time\", 0::DOUBLE AS value WHERE FALSE"
            : "SELECT series, \"time\", "
                + s.column("value", "DOUBLE")
                + " AS value FROM "
                + s.sql()
                + " WHERE "
                + Source.between("time", from, to);
    execute(
        "metric_points",
        "SELECT p.\"time\", s.metric, p.value, s.service, s.type, s.unit, s.attributes, p.series FROM ("
            + rows
            + ") p JOIN ("
            + series(reading)
            + ") s USING (series)");
  }

  private void red(Rollups rollups) throws SQLException {
    table(
        "CREATE TEMP TABLE service_red (\"time\" TIMESTAMP_NS, step_s BIGINT, service VARCHAR, "
            + "version VARCHAR, operation VARCHAR, kind VARCHAR, root BOOLEAN, error BOOLEAN, "
            + "count BIGINT, sum_ms DOUBLE, p50_ms DOUBLE, p95_ms DOUBLE, p99_ms DOUBLE)",
        "INSERT INTO service_red VALUES (make_timestamp_ns(?), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        new RollupRows(view(rollups)).red(range));
  }

  private void edges(Rollups rollups) throws SQLException {
    table(
        "CREATE TEMP TABLE service_edges (\"time\" TIMESTAMP_NS, step_s BIGINT, service VARCHAR, "
            + "peer_kind VARCHAR, peer VARCHAR, system VARCHAR, inbound BOOLEAN, error BOOLEAN, "
            + "count BIGINT, sum_ms DOUBLE, p50_ms DOUBLE, p95_ms DOUBLE, p99_ms DOUBLE)",
        "INSERT INTO service_edges VALUES (make_timestamp_ns(?), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        new RollupRows(view(rollups)).edges(range));
  }

  private void changes() throws SQLException {
    table(
        "CREATE TEMP TABLE changes (\"time\" TIMESTAMP_NS, kind VARCHAR, service VARCHAR, id VARCHAR, "
            + "summary VARCHAR, author VARCHAR, version VARCHAR, diff VARCHAR)",
        "INSERT INTO changes VALUES (make_timestamp_ns(?), ?, ?, ?, ?, ?, ?, ?)",
        snapshot.changes().stream()
            .filter(c -> range.contains(c.time()))
            .map(c ->
                new Object[] {
                  Nanos.of(c.time()),
                  c.kind().name().toLowerCase(Locale.ROOT),
                  c.service(),
                  c.id(),
                  c.summary(),
                  c.author(),
                  c.version(),
                  c.diff()
                })
            .toList());
  }

  private RollupView view(Rollups rollups) {
    return rollups.view(snapshot, from, to, range.length().toNanos());
  }

  private void table(String create, String insert, List<Object[]> rows) throws SQLException {
    try (Statement s = connection.createStatement()) {
      s.execute(create);
    }
    connection.setAutoCommit(false);
    try (PreparedStatement p = connection.prepareStatement(insert)) {
      for (Object[] row : rows) {
        for (int i = 0; i < row.length; i++) {
          p.setObject(i + 1, row[i]);
        }
        p.addBatch();
      }
      if (!rows.isEmpty()) {
        p.executeBatch();
      }
      connection.commit();
    } finally {
      connection.setAutoCommit(true);
    }
  }

  private void execute(String view, String sql) throws SQLException {
    try (Statement s = connection.createStatement()) {
      s.execute("CREATE OR REPLACE TEMP VIEW " + view + " AS " + sql);
    }
  }

  private static String hex(Source s, String column) {
    return (s.has(column) ? "lower(hex(" + column + "))" : "NULL::VARCHAR") + " AS " + column;
  }

  private static String present(Source s, List<String> columns) {
    return columns.stream().filter(s::has).map(Sql::name).collect(Collectors.joining(", "));
  }
}
