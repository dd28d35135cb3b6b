package io.opencop.telemetry.parquet;

import io.opencop.telemetry.columns.Rows;
import io.opencop.telemetry.columns.Table;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Writes files and reads them back through DuckDB. */
final class ParquetFiles implements AutoCloseable {
  private final Path directory;
  private final Connection duckdb;
  private final ParquetWriter writer = new ParquetWriter();
  private int files;

  ParquetFiles() {
    try {
      directory = Files.createTempDirectory("parquet");
      duckdb = DriverManager.getConnection("jdbc:duckdb:");
      try (Statement statement = duckdb.createStatement()) {
        statement.execute("SET threads = 1");
      }
    } catch (IOException | SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  record File(Path path, FileSummary summary) {
    String from() {
      return "read_parquet('" + path + "')";
    }
  }

  File write(Table table, Rows rows, WriteOptions options) throws IOException {
    Path path = directory.resolve(table.name() + files++ + ".parquet");
    try (FileChannel channel =
        FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      FileSummary summary = writer.write(table, rows, options, channel);
      if (summary.bytes() != channel.size()) {
        throw new AssertionError("said " + summary.bytes() + " bytes, wrote " + channel.size());
      }
      return new File(path, summary);
    }
  }

  List<List<Object>> query(String sql) throws SQLException {
    List<List<Object>> rows = new ArrayList<>();
    try (Statement statement = duckdb.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      int columns = result.getMetaData().getColumnCount();
      while (result.next()) {
        List<Object> row = new ArrayList<>();
        for (int i = 1; i <= columns; i++) {
          row.add(result.getObject(i));
        }
        rows.add(row);
      }
    }
    return rows;
  }

  Object value(String sql) throws SQLException {
    return query(sql).getFirst().getFirst();
  }

  void execute(String sql) throws SQLException {
    try (Statement statement = duckdb.createStatement()) {
      statement.execute(sql);
    }
  }

  Path directory() {
    return directory;
  }

  @Override
  public void close() throws IOException, SQLException {
    writer.close();
    duckdb.close();
    try (var paths = Files.walk(directory)) {
      for (Path path : paths.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
