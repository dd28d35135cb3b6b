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
 * @param origin what it tells of itself
 */
public record GatewaySettings(
    String host,
    int port,
    Optional<Tls> tls,
    Path folder,
    Patience patience,
    boolean takeOver,
    Optional<TelemetrySettings> telemetry,
    Origin origin) {
  public GatewaySettings(
      String host, int port, Optional<Tls> tls, Path folder, Patience patience, boolean takeOver) {
    this(host, port, tls, folder, patience, takeOver, Optional.empty(), Origin.UNKNOWN);
  }

  /**
   * Which program this is, for whoever looks at what runs.
   *
   * @param version of the program; empty where it is not known
   * @param digest of program and settings, by whoever started it; empty where he gave none
   */
  public record Origin(String version, String digest) {
    public static final Origin UNKNOWN = new Origin("", "");

    /** In the environment of a gateway that a platform has started. */
    public static final String VARIABLE = "OPENCOP_GATEWAY_DIGEST";
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
}
