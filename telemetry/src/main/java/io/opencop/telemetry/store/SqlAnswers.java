package io.opencop.telemetry.store;

import io.opencop.model.TimeRange;
import io.opencop.telemetry.query.SqlResult;
import io.opencop.telemetry.query.SqlView;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Path;
import java.sql.Array;
import java.sql.Blob;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.duckdb.DuckDBConnection;

/**
 * SQL for people: an engine of its own, whose access to files ends at the store's folders and to
 * the network at nothing, with those settings locked before the first question. Two questions at a
 * time.
 */
final class SqlAnswers implements AutoCloseable {
  private static final int SECONDS = 30;
  private static final String MEMORY = "256MB";

  private final DuckDBConnection root;
  private final Semaphore running = new Semaphore(2, true);

  SqlAnswers(Path storeDir) throws IOException {
    try {
      Properties p = new Properties();
      p.setProperty("memory_limit", MEMORY);
      p.setProperty("autoinstall_known_extensions", "false");
      p.setProperty("autoload_known_extensions", "false");
      root = (DuckDBConnection) DriverManager.getConnection("jdbc:duckdb:", p);
      try (Statement s = root.createStatement()) {
        s.execute("SET TimeZone = 'UTC'");
        s.execute(
            "SET allowed_directories = ["
                + Sql.quote(storeDir.resolve("segments").toAbsolutePath() + "/")
                + ", "
                + Sql.quote(storeDir.resolve("hot").toAbsolutePath() + "/")
                + "]");
        s.execute("SET enable_external_access = false");
        s.execute("SET lock_configuration = true");
      }
    } catch (SQLException e) {
      throw new IOException("the SQL engine does not start: " + e.getMessage(), e);
    }
  }

  SqlResult query(
      Snapshot snapshot,
      Rollups rollups,
      String sql,
      TimeRange range,
      int maxRows,
      Reading reading) {
    running.acquireUninterruptibly();
    try (Connection connection = root.duplicate()) {
      Set<String> views = SqlGuard.check(connection, sql);
      new SqlViews(connection, snapshot, range).create(views, rollups, reading);
      try (Statement statement = connection.createStatement()) {
        statement.setQueryTimeout(SECONDS);
        try (ResultSet rows = statement.executeQuery(sql)) {
          return read(rows, maxRows);
        }
      }
    } catch (SQLException e) {
      throw new IllegalArgumentException("query: " + e.getMessage(), e);
    } finally {
      running.release();
    }
  }

  List<SqlView> views(Snapshot snapshot, Rollups rollups, TimeRange range) {
    List<SqlView> views = new ArrayList<>();
    try (Connection connection = root.duplicate()) {
      new SqlViews(connection, snapshot, range).create(SqlGuard.VIEWS, rollups, new Reading());
      for (String view : SqlGuard.VIEWS.stream().sorted().toList()) {
        List<SqlView.Column> columns = new ArrayList<>();
        try (Statement s = connection.createStatement();
            ResultSet r = s.executeQuery("DESCRIBE " + view)) {
          while (r.next()) {
            columns.add(new SqlView.Column(r.getString(1), r.getString(2), null));
          }
        }
        views.add(new SqlView(view, SqlDocs.of(view), columns));
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return views;
  }

  private static SqlResult read(ResultSet rows, int maxRows) throws SQLException {
    ResultSetMetaData meta = rows.getMetaData();
    List<SqlResult.Column> columns = new ArrayList<>();
    for (int i = 1; i <= meta.getColumnCount(); i++) {
      columns.add(new SqlResult.Column(meta.getColumnName(i), meta.getColumnTypeName(i)));
    }
    List<List<Object>> out = new ArrayList<>();
    while (out.size() < maxRows && rows.next()) {
      Object[] row = new Object[columns.size()];
      for (int i = 0; i < row.length; i++) {
        row[i] = plain(rows.getObject(i + 1));
      }
      out.add(Arrays.asList(row));
    }
    return new SqlResult(columns, out, out.size() == maxRows && rows.next());
  }

  private static Object plain(Object value) throws SQLException {
    return switch (value) {
      case null -> null;
      case String s -> s;
      case Boolean b -> b;
      case Double d -> d;
      case Float f -> f.doubleValue();
      case BigDecimal d -> d.doubleValue();
      case BigInteger i -> i.bitLength() < 64 ? (Object) i.longValue() : i.toString();
      case Number n -> n.longValue();
      case Timestamp t -> t.toInstant().toString();
      case LocalDateTime t -> t.toInstant(ZoneOffset.UTC).toString();
      case OffsetDateTime t -> t.toInstant().toString();
      case Blob b -> HexFormat.of().formatHex(b.getBytes(1, (int) b.length()));
      case Array a -> {
        List<Object> list = new ArrayList<>();
        for (Object o : (Object[]) a.getArray()) {
          list.add(plain(o));
        }
        yield list;
      }
      default -> value.toString();
    };
  }

  @Override
  public void close() {
    try {
      root.close();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
