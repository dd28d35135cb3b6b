package io.opencop.runtime.gateway;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * How one gateway runs.
 *
 * @param port 0 takes a free one
 * @param folder where the platform leaves routes.json, and the gateway its gateway.json
 * @param idle a connection on which nothing moves for so long is closed
 */
public record GatewaySettings(
    String host, int port, Optional<Tls> tls, Path folder, Duration idle) {
  private static final Duration IDLE = Duration.ofMinutes(5);

  /** PEM files. */
  public record Tls(Path certificate, Path key) {}

  public GatewaySettings(String host, int port, Optional<Tls> tls, Path folder) {
    this(host, port, tls, folder, IDLE);
  }

  public Path routes() {
    return folder.resolve("routes.json");
  }

  public Path note() {
    return folder.resolve("gateway.json");
  }
}
