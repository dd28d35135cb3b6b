package io.opencop.telemetry.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.duckdb.DuckDBConnection;

/**
 * DuckDB as the query engine: an in-memory database that owns no data and reads Parquet files. A
 * few connections, because each query may use all cores anyway.
 */
final class Engine implements AutoCloseable {
  private static final int CONNECTIONS = 4;

  private final DuckDBConnection root;
  private final BlockingQueue<Connection> idle = new ArrayBlockingQueue<>(CONNECTIONS);

  /** Reads one row. */
  @FunctionalInterface
  interface RowReader {
    void row(ResultSet rows) throws SQLException;
  }

  Engine(Path tmp, long memoryBytes) throws IOException {
    Files.createDirectories(tmp);
    try {
      Properties p = new Properties();
      p.setProperty("memory_limit", (memoryBytes >> 20) + "MB");
      p.setProperty("temp_directory", tmp.toString());
      p.setProperty("preserve_insertion_order", "false");
      p.setProperty("autoinstall_known_extensions", "false");
      p.setProperty("autoload_known_extensions", "false");
      root = (DuckDBConnection) DriverManager.getConnection("jdbc:duckdb:", p);
      try (Statement s = root.createStatement()) {
        s.execute("SET parquet_metadata_cache = true");
        s.execute("SET TimeZone = 'UTC'");
      }
      for (int i = 0; i < CONNECTIONS; i++) {
        idle.add(root.duplicate());
      }
    } catch (SQLException e) {
      throw new IOException("the query engine does not start: " + e.getMessage(), e);
    }
  }

  /**
   * Runs a query; the arguments are bound, never put into the text.
   *
   * @throws QueryException where the engine refuses or fails
   */
  void query(String sql, List<?> args, RowReader reader) {
    Connection connection = take();
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < args.size(); i++) {
        statement.setObject(i + 1, args.get(i));
      }
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          reader.row(rows);
        }
      }
    } catch (SQLException e) {
      throw new QueryException(sql, e);
    } finally {
      idle.add(connection);
    }
  }

  /** Runs a statement without answer. */
  void execute(String sql) {
    Connection connection = take();
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new QueryException(sql, e);
    } finally {
      idle.add(connection);
    }
  }

  private Connection take() {
    try {
      return idle.take();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for the query engine", e);
    }
  }

  @Override
  public void close() {
    try {
      for (Connection c : idle) {
        c.close();
      }
      root.close();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The engine could not answer. */
  static final class QueryException extends RuntimeException {
    QueryException(String sql, SQLException cause) {
      super(cause.getMessage() + "\nin: " + sql, cause);
    }
  }
}
