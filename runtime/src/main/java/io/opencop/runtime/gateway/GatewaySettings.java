package io.opencop.runtime.gateway;

import io.opencop.runtime.gateway.telemetry.TelemetrySettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * How one gateway runs.
 *
 * @param port 0 takes a free one
 * @param folder where the platform leaves routes.json, and the gateway its gateway.json
 * @param patience with peers
 * @param takeOver take the place of the gateway that runs in this folder, if there is one
 * @param telemetry empty where nobody wants it
 */
public record GatewaySettings(
    String host,
    int port,
    Optional<Tls> tls,
    Path folder,
    Patience patience,
    boolean takeOver,
    Optional<TelemetrySettings> telemetry) {
  public GatewaySettings(
      String host, int port, Optional<Tls> tls, Path folder, Patience patience, boolean takeOver) {
    this(host, port, tls, folder, patience, takeOver, Optional.empty());
  }

  /**
   * How long a peer may take for what.
   *
   * @param head until the first request's head is there whole
   * @param idle between two requests of a connection
   * @param stalled without a byte of a body, in either direction; streams may be silent for ever
   * @param leaving after a hand-over: clients that keep asking are told to connect anew for so long
   * @param streams after a hand-over: what is in progress then, WebSockets too, may go on for so
   *     long
   */
  public record Patience(
      Duration head, Duration idle, Duration stalled, Duration leaving, Duration streams) {
    public static final Patience DEFAULT =
        new Patience(
            Duration.ofSeconds(20),
            Duration.ofSeconds(75),
            Duration.ofMinutes(5),
            Duration.ofSeconds(10),
            Duration.ofMinutes(10));
  }

  /** PEM files. */
  public record Tls(Path certificate, Path key) {}

  public GatewaySettings(String host, int port, Optional<Tls> tls, Path folder) {
    this(host, port, tls, folder, Patience.DEFAULT, false);
  }

  public Path routes() {
    return folder.resolve("routes.json");
  }

  public Path note() {
    return folder.resolve("gateway.json");
  }
}
