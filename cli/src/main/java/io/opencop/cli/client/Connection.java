package io.opencop.cli.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.opencop.cli.Terminal;
import io.opencop.server.message.CopException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the platform is and how to sign in: flag, then {@code COP_URL} / {@code COP_TOKEN}, then
 * the platform this user started last ({@code current.json}), then the defaults.
 */
public record Connection(String url, Optional<String> token, Path tokenFile) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String DEFAULT_URL = "http://127.0.0.1:4900";

  public static Connection find(Terminal terminal, String url, String token) {
    JsonNode current = current(terminal);
    String found =
        first(
            url, terminal.environment().get("COP_URL"), current.path("url").asText(), DEFAULT_URL);
    Path file =
        Path.of(
            first(
                current.path("token_file").asText(),
                terminal.copHome().resolve("data").resolve(ADMIN_TOKEN).toString()));
    String secret = first(token, terminal.environment().get("COP_TOKEN"), read(file));
    return new Connection(
        found.replaceAll("/+$", ""),
        secret.isEmpty() ? Optional.empty() : Optional.of(secret),
        file);
  }

  /** Name of the file in the data folder that holds the admin token. */
  public static final String ADMIN_TOKEN = "admin.token";

  /** Remembers the platform this process runs, for the commands of the same user. */
  public static void remember(Terminal terminal, String url, Path tokenFile) throws IOException {
    ObjectNode current = JSON.createObjectNode();
    current.put("url", url);
    current.put("token_file", tokenFile.toString());
    current.put("pid", ProcessHandle.current().pid());
    Files.createDirectories(terminal.copHome());
    Files.writeString(currentFile(terminal), current.toPrettyString());
  }

  public static void forget(Terminal terminal) throws IOException {
    if (current(terminal).path("pid").asLong() == ProcessHandle.current().pid()) {
      Files.deleteIfExists(currentFile(terminal));
    }
  }

  /** Empty where nothing is remembered or the process is gone. */
  private static JsonNode current(Terminal terminal) {
    try {
      JsonNode node = JSON.readTree(Files.readString(currentFile(terminal)));
      boolean alive =
          ProcessHandle.of(node.path("pid").asLong()).filter(ProcessHandle::isAlive).isPresent();
      return alive ? node : JSON.createObjectNode();
    } catch (IOException e) {
      return JSON.createObjectNode();
    }
  }

  private static Path currentFile(Terminal terminal) {
    return terminal.copHome().resolve("current.json");
  }

  private static String read(Path file) {
    try {
      return Files.isReadable(file) ? Files.readString(file).trim() : "";
    } catch (IOException e) {
      return "";
    }
  }

  private static String first(String... candidates) {
    for (String candidate : candidates) {
      if (candidate != null && !candidate.isBlank()) {
        return candidate.trim();
      }
    }
    return "";
  }

  /** The token, or the message that says how to get one. */
  String requireToken() {
    return token.orElseThrow(() ->
        new CopException(io.opencop.cli.CliMessage.NO_TOKEN.with("url", url, "file", tokenFile)));
  }
}
