package io.opencop.sessions.grid;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Properties;

/**
 * What a member's process is told, in a file that only its owner may read.
 *
 * @param port of the endpoint
 * @param redisPort where all members listen for RESP together; 0 where they do not
 * @param clusterPort the members' own; the one after it is where they notice each other's death
 * @param peers {@code host[clusterPort]} of every member, itself included
 * @param secret members prove to each other that they know it
 * @param disk whether it keeps what it holds on disk as well
 */
public record MemberSettings(
    String name,
    String host,
    int port,
    int redisPort,
    int clusterPort,
    List<String> peers,
    String cache,
    String user,
    String password,
    String secret,
    boolean disk) {
  public static final String FILE = "member.properties";

  /** The member writes its state here, {@code READY 3}, and touches it every second. */
  public static final String STATUS = "status";

  /**
   * System property: the member ends as soon as it is ready; what its JVM learnt is all it is for.
   */
  public static final String END_WHEN_READY = "opencop.member.end-when-ready";

  public MemberSettings {
    peers = List.copyOf(peers);
  }

  public static MemberSettings read(Path folder) throws IOException {
    Properties p = new Properties();
    try (Reader in = Files.newBufferedReader(folder.resolve(FILE))) {
      p.load(in);
    }
    return new MemberSettings(
        p.getProperty("name"),
        p.getProperty("host"),
        Integer.parseInt(p.getProperty("port")),
        // A grid that was decided on before there was such a port goes on without it.
        Integer.parseInt(p.getProperty("redisPort", "0")),
        Integer.parseInt(p.getProperty("clusterPort")),
        List.of(p.getProperty("peers").split(",")),
        p.getProperty("cache"),
        p.getProperty("user"),
        p.getProperty("password"),
        p.getProperty("secret"),
        Boolean.parseBoolean(p.getProperty("disk", "false")));
  }

  public void write(Path folder) throws IOException {
    Properties p = new Properties();
    p.setProperty("name", name);
    p.setProperty("host", host);
    p.setProperty("port", Integer.toString(port));
    p.setProperty("redisPort", Integer.toString(redisPort));
    p.setProperty("clusterPort", Integer.toString(clusterPort));
    p.setProperty("peers", String.join(",", peers));
    p.setProperty("cache", cache);
    p.setProperty("user", user);
    p.setProperty("password", password);
    p.setProperty("secret", secret);
    p.setProperty("disk", Boolean.toString(disk));
    Path file = folder.resolve(FILE);
    Path next = Files.createTempFile(folder, FILE, "");
    Files.setPosixFilePermissions(next, PosixFilePermissions.fromString("rw-------"));
    try (Writer out = Files.newBufferedWriter(next)) {
      p.store(out, null);
    }
    Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  public String endpoint() {
    return host + ":" + port;
  }

  /** For a client of RESP that knows one address only. */
  public String redis() {
    return host + ":" + (redisPort == 0 ? port : redisPort);
  }

  @Override
  public String toString() {
    return "MemberSettings[" + name + " " + endpoint() + "]";
  }
}
