package io.opencop.cli.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.opencop.server.machine.PortHolder;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * One platform of this user, as its process wrote it down.
 *
 * @param url where commands find it
 * @param port of its web API; another than the URL's where a proxy stands in front
 * @param data its data folder, absolute
 * @param started when its process began: a process id is given out again, both together are not
 */
public record RunningPlatform(String url, int port, Path data, long pid, Instant started) {
  /** Name of the file in the data folder that holds the admin token. */
  public static final String ADMIN_TOKEN = "admin.token";

  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  /**
   * A process's start is counted from the boot, and the clock behind that is corrected at times.
   */
  private static final Duration CLOCK_STEP = Duration.ofSeconds(5);

  /** A platform in this process. */
  public static RunningPlatform here(String url, int port, Path data) {
    ProcessHandle me = ProcessHandle.current();
    return new RunningPlatform(
        url, port, data.toAbsolutePath(), me.pid(), me.info().startInstant().orElse(Instant.EPOCH));
  }

  static RunningPlatform of(JsonNode node) {
    return new RunningPlatform(
        node.path("url").asText(),
        node.path("port").asInt(),
        Path.of(node.path("data").asText()),
        node.path("pid").asLong(),
        Instant.ofEpochMilli(node.path("started_ms").asLong()));
  }

  ObjectNode toJson(ObjectMapper json) {
    return json.createObjectNode()
        .put("url", url)
        .put("port", port)
        .put("data", data.toString())
        .put("pid", pid)
        .put("started_ms", started.toEpochMilli());
  }

  public Path tokenFile() {
    return data.resolve(ADMIN_TOKEN);
  }

  @Override
  public String toString() {
    return url + " (" + data + ", PID " + pid + ")";
  }

  boolean isAlive() {
    return ProcessHandle.of(pid)
        .filter(ProcessHandle::isAlive)
        .filter(p -> p.info().startInstant().map(this::isStart).orElse(true))
        .isPresent();
  }

  private boolean isStart(Instant instant) {
    return Duration.between(started, instant).abs().compareTo(CLOCK_STEP) < 0;
  }

  /**
   * Whether its process is the one that listens where the URL leads on this machine. Elsewhere (a
   * proxy under {@code web.public-url}) its own port is what can be looked at.
   */
  boolean listens() {
    URI uri = URI.create(url);
    return PortHolder.holds(pid, isLoopback(uri) ? port(uri) : port);
  }

  /** Whether the URL is another word for this platform's; the names of loopback are one. */
  boolean isAt(URI other) {
    URI uri = URI.create(url);
    return scheme(uri).equals(scheme(other))
        && port(uri) == port(other)
        && ((isLoopback(uri) && isLoopback(other)) || host(uri).equals(host(other)));
  }

  private static boolean isLoopback(URI uri) {
    return LOOPBACK.contains(host(uri));
  }

  private static String scheme(URI uri) {
    return String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
  }

  private static String host(URI uri) {
    return Optional.ofNullable(uri.getHost()).orElse("").toLowerCase(Locale.ROOT);
  }

  static int port(URI uri) {
    return uri.getPort() > 0 ? uri.getPort() : scheme(uri).equals("https") ? 443 : 80;
  }
}
