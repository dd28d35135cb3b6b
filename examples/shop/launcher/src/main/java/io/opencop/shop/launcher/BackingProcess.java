package io.opencop.shop.launcher;

import io.opencop.shop.database.ShopDatabase;
import io.opencop.shop.database.ShopPostgres;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The launcher's end of {@link Backing}: its process, and how to reach what runs in it. */
final class BackingProcess {
  private final Child child;
  private final String brokerPassword;
  private int brokerPort;
  private int postgresPort;
  private String postgresPassword;

  private BackingProcess(Child child, String brokerPassword) {
    this.child = child;
    this.brokerPassword = brokerPassword;
  }

  static BackingProcess start(Path binaries, WorkFolder work, Progress progress)
      throws IOException {
    String brokerPassword = Tokens.random();
    progress.starting("queue");
    progress.starting("postgres");
    // Unpacking PostgreSQL takes 100 MB for a second; MaxHeapFreeRatio gives them back.
    List<String> arguments =
        new ArrayList<>(List.of("-Xmx256m", "-XX:MinHeapFreeRatio=10", "-XX:MaxHeapFreeRatio=20"));
    arguments.addAll(
        List.of(
            "-XX:+UseSerialGC",
            "-Xss512k",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path")));
    arguments.addAll(
        List.of(Backing.class.getName(), binaries.toString(), work.postgres().toString()));
    Child child =
        Child.java(
            arguments,
            Map.of("BROKER_PASSWORD", brokerPassword),
            null,
            work.logs().resolve("backing.err"));
    BackingProcess backing = new BackingProcess(child, brokerPassword);
    BufferedReader lines = child.process().inputReader(StandardCharsets.UTF_8);
    while (backing.postgresPort == 0) {
      String line = lines.readLine();
      if (line == null) {
        throw new IOException(
            "PostgreSQL or the queue did not start; see " + work.logs().resolve("backing.err"));
      }
      backing.hear(line.split(" "), progress);
    }
    return backing;
  }

  private void hear(String[] words, Progress progress) {
    int port = Integer.parseInt(words[1]);
    progress.ready(words[0], port, Long.parseLong(words[2]));
    if (words[0].equals("queue")) {
      brokerPort = port;
    } else {
      postgresPort = port;
      postgresPassword = words[3];
    }
  }

  Child child() {
    return child;
  }

  Connection connect(ShopDatabase database) throws SQLException {
    String url = "jdbc:postgresql://127.0.0.1:" + postgresPort + "/" + database.databaseName();
    return DriverManager.getConnection(url, ShopPostgres.USER, postgresPassword);
  }

  /** What a service needs to know to reach its database and the queue. */
  Map<String, String> environment(ShopDatabase database) {
    Map<String, String> all = new HashMap<>(environmentWithoutPasswords(database));
    Map<String, String> secrets = secrets();
    secretVariables().forEach((variable, key) -> all.put(variable, secrets.get(key)));
    return all;
  }

  Map<String, String> environmentWithoutPasswords(ShopDatabase database) {
    return Map.of(
        "DB_URL",
        "jdbc:postgresql://" + Hosts.DATABASE + ":" + postgresPort + "/" + database.databaseName(),
        "DB_USER",
        ShopPostgres.USER,
        "BROKER_URL",
        "failover:(tcp://" + Hosts.QUEUE + ":" + brokerPort + ")?timeout=3000");
  }

  /** Passwords by the keys they have as secrets. */
  Map<String, String> secrets() {
    return Map.of("db-password", postgresPassword, "broker-password", brokerPassword);
  }

  /** The variables that hold them, and their keys. */
  Map<String, String> secretVariables() {
    return Map.of("DB_PASSWORD", "db-password", "BROKER_PASSWORD", "broker-password");
  }
}
