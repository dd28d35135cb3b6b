package io.opencop.bench.support;

import io.opencop.model.message.Lang;
import io.opencop.runtime.gateway.Gateway;
import io.opencop.runtime.gateway.GatewaySettings;
import io.opencop.server.OpenCop;
import io.opencop.server.config.ConfigLoader;
import io.opencop.server.config.ConfigSources;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Stands in for {@code cop up} and {@code cop gateway}, which this module does not see: the same
 * server, same arguments.
 */
public final class ServerMain {
  private ServerMain() {}

  /** Takes {@code up --set key=value ...} or {@code gateway --listen HOST:PORT --folder DIR}. */
  public static void main(String[] args) {
    if (args[0].equals("gateway")) {
      Gateway.start(
          new GatewaySettings("127.0.0.1", 0, Optional.empty(), Path.of(args[4])),
          notice -> System.err.println(notice.text(Lang.EN)));
      return;
    }
    List<String> settings = new ArrayList<>();
    for (int i = 1; i + 1 < args.length; i += 2) {
      settings.add(args[i + 1]);
    }
    OpenCop.start(
        ConfigLoader.load(ConfigSources.of(settings.toArray(String[]::new))),
        notice -> System.err.println(notice.text(Lang.EN)));
  }
}
