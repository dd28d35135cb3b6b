package io.opencop.shop.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Collection;
import java.util.HexFormat;

/**
 * A PostgreSQL server of the shop's own, on loopback and an ephemeral port, seeded. Its data folder
 * is new at every start; the unpacked binaries are kept, and may be shared.
 */
public final class ShopPostgres implements AutoCloseable {
  /** The role that owns the shop's databases; not a superuser. */
  public static final String USER = "shop";

  private final EmbeddedPostgres server;
  private final Guard guard;
  private final String password;

  private ShopPostgres(EmbeddedPostgres server, Guard guard, String password) {
    this.server = server;
    this.guard = guard;
    this.password = password;
  }

  /**
   * Starts the server and seeds the given databases.
   *
   * @param binaries where PostgreSQL is unpacked to, once
   * @param folder where data and {@code postgres.log} go; no other server's
   */
  public static ShopPostgres start(Path binaries, Path folder, Collection<ShopDatabase> databases)
      throws IOException, SQLException {
    Files.createDirectories(folder);
    Leftovers.sweepData(folder);
    Path data =
        Files.createTempDirectory(
            folder,
            "data-",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    // Before the server, not after it: there must be no moment in which nobody would end it.
    Guard guard = Guard.over(data);
    Redirect log = Redirect.appendTo(folder.resolve("postgres.log").toFile());
    ShopPostgres postgres =
        new ShopPostgres(unpackAndStart(binaries, data, log), guard, randomPassword());
    try {
      postgres.closeDoors(data);
      for (ShopDatabase database : databases) {
        postgres.seed(database);
      }
    } catch (IOException | SQLException e) {
      postgres.close();
      throw e;
    }
    return postgres;
  }

  private static EmbeddedPostgres unpackAndStart(Path binaries, Path data, Redirect log)
      throws IOException {
    try (Unpacking alone = Unpacking.in(binaries)) {
      return EmbeddedPostgres.builder()
          .setOverrideWorkingDirectory(binaries.toAbsolutePath().normalize().toFile())
          .setDataDirectory(data)
          .setCleanDataDirectory(true)
          .setRegisterShutdownHook(false)
          .setPGStartupWait(Duration.ofSeconds(60))
          .setOutputRedirector(log)
          .setErrorRedirector(log)
          .setServerConfig("listen_addresses", "127.0.0.1")
          .setServerConfig("max_connections", "120")
          .setServerConfig("shared_buffers", "96MB")
          .setServerConfig("synchronous_commit", "off")
          .setServerConfig("jit", "off")
          // A scan in parallel would take both cores of a small machine for one slow query.
          .setServerConfig("max_parallel_workers_per_gather", "0")
          .start();
    }
  }

  /** TCP port on 127.0.0.1. */
  public int port() {
    return server.getPort();
  }

  public String password() {
    return password;
  }

  /** A JDBC URL without credentials; {@code host} is a name that resolves to loopback. */
  public String jdbcUrl(ShopDatabase database, String host) {
    return "jdbc:postgresql://" + host + ":" + port() + "/" + database.databaseName();
  }

  public Connection connect(ShopDatabase database) throws SQLException {
    return DriverManager.getConnection(jdbcUrl(database, "127.0.0.1"), USER, password);
  }

  /** initdb trusts everyone on loopback, so any local user were a superuser: passwords instead. */
  private void closeDoors(Path data) throws SQLException, IOException {
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement sql = connection.createStatement()) {
      sql.execute("ALTER ROLE postgres PASSWORD '" + password + "'");
      sql.execute("CREATE ROLE " + USER + " LOGIN PASSWORD '" + password + "'");
      for (ShopDatabase database : ShopDatabase.values()) {
        sql.execute("CREATE DATABASE " + database.databaseName() + " OWNER " + USER);
      }
      Files.writeString(
          data.resolve("pg_hba.conf"),
          "local all all scram-sha-256\nhost all all 127.0.0.1/32 scram-sha-256\n");
      sql.execute("SELECT pg_reload_conf()");
    }
  }

  private void seed(ShopDatabase database) throws SQLException, IOException {
    try (Connection connection = connect(database);
        Statement sql = connection.createStatement()) {
      sql.execute(database.script());
    }
  }

  private static String randomPassword() {
    byte[] bytes = new byte[16];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  @Override
  public void close() throws IOException {
    server.close();
    guard.close();
  }
}
