package io.opencop.server.apps;

import io.opencop.server.apps.keep.GatewayPlan;
import io.opencop.server.apps.keep.GridPlan;
import io.opencop.server.config.Config;
import io.opencop.server.config.GatewayConfig;
import io.opencop.server.config.Secret;
import io.opencop.server.config.SessionsConfig;
import io.opencop.server.config.SessionsConfig.Members;
import io.opencop.sessions.grid.GridAccess;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** From the platform's settings to how gateway and session grid are run. */
public record Plans(Config config) {

  /** The folder of jars we run from; what we carry for others is in folders of it. */
  public static Path lib() {
    return Path.of(System.getProperty("opencop.lib", "lib")).toAbsolutePath();
  }

  /**
   * @param otlp where the gateway's own telemetry goes
   * @param token for that; empty for none
   */
  public Optional<GatewayPlan> gateway(String otlp, String token) {
    GatewayConfig gateway = config.gateway();
    if (!gateway.enabled()) {
      return Optional.empty();
    }
    return Optional.of(
        new GatewayPlan(
            OwnProgram.running(),
            folder("gateway"),
            gateway.listen(),
            gateway.certificate(),
            gateway.key(),
            otlp,
            token));
  }

  public Optional<GridPlan> grid() {
    SessionsConfig sessions = config.sessions();
    if (!sessions.enabled()) {
      return Optional.empty();
    }
    Optional<GridAccess> external =
        sessions
            .externalServers()
            .map(servers ->
                new GridAccess(
                    List.of(servers.split("[;,]")),
                    sessions.externalUser().orElseThrow(),
                    sessions.externalPassword().map(Secret::reveal).orElseThrow(),
                    sessions.externalCache()));
    int members = sessions.members() == Members.THREE ? 3 : 1;
    return Optional.of(new GridPlan(folder("grid"), members, lib(), external));
  }

  private Path folder(String name) {
    return config.data().dir().resolve("runtime").resolve(name);
  }
}
