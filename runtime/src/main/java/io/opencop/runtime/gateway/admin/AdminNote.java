package io.opencop.runtime.gateway.admin;

import io.opencop.runtime.disk.Durable;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How a platform finds a gateway that runs: a file only its owner may read.
 *
 * @param url where the gateway takes requests; empty until it does
 * @param adminPort on loopback
 * @param token of the admin port; new with each start
 * @param socket where the next gateway gets the listening socket; empty where it cannot
 * @param version of the program; empty where it is not known
 * @param digest what whoever started it calls this program with these settings; empty for nobody
 */
public record AdminNote(
    long pid,
    String url,
    int adminPort,
    String token,
    String socket,
    String version,
    String digest) {
  /** Of nobody. */
  public static final AdminNote NONE = new AdminNote(0, "", 0, "", "", "", "");

  public void write(Path file) throws IOException {
    byte[] bytes =
        new JsonObject()
            .put("pid", pid)
            .put("url", url)
            .put("admin_port", adminPort)
            .put("token", token)
            .put("socket", socket)
            .put("version", version)
            .put("digest", digest)
            .encodePrettily()
            .getBytes(java.nio.charset.StandardCharsets.UTF_8);
    Durable.writePrivate(file, bytes);
  }

  /** Empty where there is none, or none that can be read. Its process may be dead. */
  public static Optional<AdminNote> read(Path file) {
    try {
      JsonObject json = new JsonObject(Buffer.buffer(Files.readAllBytes(file)));
      return Optional.of(
          new AdminNote(
              json.getLong("pid"),
              json.getString("url"),
              json.getInteger("admin_port"),
              json.getString("token"),
              json.getString("socket", ""),
              json.getString("version", ""),
              json.getString("digest", "")));
    } catch (IOException | DecodeException | ClassCastException | NullPointerException _) {
      return Optional.empty();
    }
  }

  boolean alive() {
    return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent();
  }

  /** Hides the token: notes may end up in logs. */
  @Override
  public String toString() {
    return "AdminNote[" + pid + ", " + url + ", " + adminPort + "]";
  }
}
