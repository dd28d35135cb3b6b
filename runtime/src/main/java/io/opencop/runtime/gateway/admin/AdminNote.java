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
 * How a platform finds the gateway that runs: a file only its owner may read.
 *
 * @param url where the gateway takes requests
 * @param adminPort on loopback
 * @param token of the admin port; new with each start
 * @param socket where the next gateway gets the listening socket; empty where it cannot
 */
public record AdminNote(long pid, String url, int adminPort, String token, String socket) {
  /** Of a gateway that cannot hand over. */
  public AdminNote(long pid, String url, int adminPort, String token) {
    this(pid, url, adminPort, token, "");
  }

  public void write(Path file) throws IOException {
    byte[] bytes =
        new JsonObject()
            .put("pid", pid)
            .put("url", url)
            .put("admin_port", adminPort)
            .put("token", token)
            .put("socket", socket)
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
              json.getString("socket", "")));
    } catch (IOException | DecodeException | ClassCastException | NullPointerException _) {
      return Optional.empty();
    }
  }

  /** Hides the token: notes may end up in logs. */
  @Override
  public String toString() {
    return "AdminNote[" + pid + ", " + url + ", " + adminPort + "]";
  }
}
