package io.opencop.bench.support;

import io.opencop.model.message.Lang;
import io.opencop.server.OpenCop;
import io.opencop.server.config.ConfigLoader;
import io.opencop.server.config.ConfigSources;
import java.util.ArrayList;
import java.util.List;

/**
 * Stands in for {@code cop up}, which this module does not see: the same server, same arguments.
 */
public final class ServerMain {
  private ServerMain() {}

  /** Takes {@code up --set key=value ...}. */
  public static void main(String[] args) {
    List<String> settings = new ArrayList<>();
    for (int i = 1; i + 1 < args.length; i += 2) {
      settings.add(args[i + 1]);
    }
    OpenCop.start(
        ConfigLoader.load(ConfigSources.of(settings.toArray(String[]::new))),
        notice -> System.err.println(notice.text(Lang.EN)));
  }
}
