package io.opencop.server.apps.keep;

import io.opencop.runtime.gateway.Gateway;
import io.opencop.runtime.gateway.GatewaySettings;
import io.opencop.runtime.gateway.GatewaySettings.Origin;
import io.opencop.runtime.gateway.GatewaySettings.Patience;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The gateway as a process, by the words of {@code cop gateway}, without the command line above.
 */
public final class GatewayTestMain {
  private GatewayTestMain() {}

  public static void main(String[] words) {
    List<String> all = List.of(words);
    String listen = all.get(all.indexOf("--listen") + 1);
    int colon = listen.lastIndexOf(':');
    Gateway gateway =
        Gateway.start(
            new GatewaySettings(
                listen.substring(0, colon),
                Integer.parseInt(listen.substring(colon + 1)),
                Optional.empty(),
                Path.of(all.get(all.indexOf("--folder") + 1)),
                Patience.DEFAULT,
                all.contains("--take-over"),
                Optional.empty(),
                new Origin(
                    System.getProperty("test.version", "1"), System.getenv(Origin.VARIABLE))),
            System.out::println);
    Runtime.getRuntime().addShutdownHook(new Thread(gateway::close));
    gateway.replaced().join();
    Runtime.getRuntime().halt(0);
  }
}
