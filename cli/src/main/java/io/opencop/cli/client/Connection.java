package io.opencop.cli.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.opencop.cli.Terminal;
import io.opencop.model.message.CopException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/**
 * Where the platform is and how to sign in: flag, then {@code COP_URL} / {@code COP_TOKEN}, then
 * the platform this user started last ({@code current.json}), then the defaults.
 *
 * @param source where the token came from, for the person whose token is not accepted
 */
public record Connection(String url, Optional<String> token, String source, Path tokenFile) {
  /** Name of the file in the data folder that holds the admin token. */
  public static final String ADMIN_TOKEN = "admin.token";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String DEFAULT_URL = "http://127.0.0.1:4900";
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  public static Connection find(Terminal terminal, String url, String token) {
    JsonNode current = current(terminal);
    String running = bare(current.path("url").asText());
    String found = bare(first(url, terminal.environment().get("COP_URL"), running, DEFAULT_URL));
    Path file =
        Path.of(
            first(
                current.path("token_file").asText(),
                terminal.copHome().resolve("data").resolve(ADMIN_TOKEN).toString()));
    String variable = first(terminal.environment().get("COP_TOKEN"));
    // The file is the key to this machine's platform: it is shown to no other.
    String own = found.equals(running) || isHere(found) ? read(file) : "";
    String secret = first(token, variable, own);
    String source =
        !first(token).isEmpty() ? "--token" : !variable.isEmpty() ? "COP_TOKEN" : file.toString();
    return new Connection(
        found, secret.isEmpty() ? Optional.empty() : Optional.of(secret), source, file);
  }

  private static String bare(String url) {
    return url.replaceAll("/+$", "");
  }

  private static boolean isHere(String url) {
    try {
      String host = URI.create(url).getHost();
      return host != null && LOOPBACK.contains(host);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** Remembers the platform this process runs, for the commands of the same user. */
  public static void remember(Terminal terminal, String url, Path tokenFile) throws IOException {
    ObjectNode current = JSON.createObjectNode();
    current.put("url", url);
    current.put("token_file", tokenFile.toString());
    current.put("pid", ProcessHandle.current().pid());
    Files.createDirectories(terminal.copHome());
    Files.writeString(currentFile(terminal), current.toPrettyString());
  }

  /** The process of the platform this user runs, if one does. */
  public static Optional<Long> runningPid(Terminal terminal) {
    return Optional.of(current(terminal).path("pid").asLong()).filter(pid -> pid > 0);
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
