package io.opencop.cli.command;

import io.opencop.cli.Terminal;
import io.opencop.cli.platform.Logging;
import io.opencop.model.message.CopException;
import io.opencop.runtime.gateway.Gateway;
import io.opencop.runtime.gateway.GatewayMessage;
import io.opencop.runtime.gateway.GatewaySettings;
import io.opencop.runtime.gateway.GatewaySettings.Origin;
import io.opencop.runtime.gateway.GatewaySettings.Patience;
import io.opencop.runtime.gateway.GatewaySettings.Tls;
import io.opencop.runtime.gateway.telemetry.TelemetrySettings;
import io.opencop.server.Version;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code cop gateway}: the way into the apps, a process of its own that needs no platform to go on.
 */
@Command(name = "gateway")
final class GatewayCommand extends CopCommand {
  private static final Pattern ADDRESS = Pattern.compile("(.+):([0-9]{1,5})");
  private static final Duration GRACE = Duration.ofSeconds(10);
  private static final int PORTS = 65_535;

  @Option(names = "--listen", paramLabel = "HOST:PORT", defaultValue = "127.0.0.1:8000")
  String listen;

  @Option(names = "--folder", paramLabel = "DIR")
  Path folder;

  @Option(names = "--take-over")
  boolean takeOver;

  @ArgGroup(exclusive = false)
  Pem pem;

  /** Both or neither. */
  static final class Pem {
    @Option(names = "--tls-cert", paramLabel = "FILE", required = true)
    Path certificate;

    @Option(names = "--tls-key", paramLabel = "FILE", required = true)
    Path key;
  }

  GatewayCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  public Integer call() {
    Logging.quiet();
    GatewaySettings settings = settings();
    Gateway gateway = Gateway.start(settings, terminal::tell);
    terminal.inform(GatewayMessage.LISTENING.with("url", gateway.url(), "file", settings.routes()));
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(gateway), "stop"));
    gateway.replaced().join();
    terminal.inform(GatewayMessage.REPLACED.with());
    return OK;
  }

  private void stop(Gateway gateway) {
    if (gateway.replaced().isDone()) {
      return;
    }
    terminal.inform(GatewayMessage.STOPPING.with("seconds", GRACE.toSeconds()));
    gateway.drain(GRACE);
    gateway.close();
  }

  private GatewaySettings settings() {
    Matcher address = ADDRESS.matcher(listen);
    if (!address.matches() || Integer.parseInt(address.group(2)) > PORTS) {
      throw new CopException(GatewayMessage.BAD_LISTEN.with("value", listen));
    }
    return new GatewaySettings(
        address.group(1).replaceAll("^\\[|\\]$", ""),
        Integer.parseInt(address.group(2)),
        Optional.ofNullable(pem).map(p -> new Tls(p.certificate, p.key)),
        folder == null ? terminal.copHome().resolve("gateway") : folder.toAbsolutePath(),
        Patience.DEFAULT,
        takeOver,
        TelemetrySettings.of(System.getenv()),
        new Origin(Version.text(), System.getenv().getOrDefault(Origin.VARIABLE, "")));
  }
}
