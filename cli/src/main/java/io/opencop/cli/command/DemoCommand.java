package io.opencop.cli.command;

import io.opencop.cli.CliMessage;
import io.opencop.cli.Terminal;
import io.opencop.cli.client.Api;
import io.opencop.cli.client.Connection;
import io.opencop.cli.demo.Demo;
import io.opencop.cli.demo.ShopProcess;
import io.opencop.cli.platform.Platform;
import io.opencop.model.message.CopException;
import io.opencop.model.message.Notice;
import io.opencop.server.config.Durations;
import io.opencop.server.config.LoadedConfig;
import io.opencop.server.message.StartMessage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code cop demo}: the platform and, beside it, a shop of five services under load. */
@Command(name = "demo")
final class DemoCommand extends CopCommand {
  private static final long SIGNAL_MILLIS = 500;

  @Option(names = "--for", paramLabel = "TIME")
  String length;

  @Option(names = "--headless")
  boolean headless;

  @Option(names = "--rate", paramLabel = "N")
  String rate;

  @Option(names = "--small")
  boolean small;

  @Mixin PlatformOptions options;
  @Spec CommandSpec spec;

  DemoCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  public Integer call() throws InterruptedException {
    Optional<Duration> time = Optional.ofNullable(length).map(this::duration);
    Path home = terminal.copHome().resolve("demo");
    List<String> weaker = new ArrayList<>(List.of("data.dir=" + home.resolve("data")));
    if (small) {
      weaker.add("sessions.members=one");
    }
    LoadedConfig loaded = options.load(terminal, weaker);
    try (Platform platform = Platform.start(terminal, loaded, this::say)) {
      Path log = home.resolve("shop.log");
      try (ShopProcess shop =
          ShopProcess.start(shopFolder(), arguments(platform), secrets(platform), log)) {
        platform.closeAtExit(CliMessage.DEMO_STOPPING.with(), CliMessage.DEMO_STOPPED.with(), shop);
        Api api =
            new Api(
                Connection.find(terminal, platform.url(), platform.adminToken()), terminal.lang());
        return watch(new Demo(terminal, shop, log, () -> link(platform)), api, time, platform)
            ? OK
            : FAILED;
      }
    }
  }

  /** Once a signal has come, the shop's end is not a failure but what was asked for. */
  private static boolean watch(Demo demo, Api api, Optional<Duration> time, Platform platform)
      throws InterruptedException {
    try {
      return demo.watch(api, time);
    } catch (CopException e) {
      // Ctrl-C goes to the shop as well, which may be gone before our own hook has begun.
      Thread.sleep(SIGNAL_MILLIS);
      if (!platform.isStopping()) {
        throw e;
      }
      // The hook is at work; this process ends with the code of its signal when that is done.
      new CountDownLatch(1).await();
      return false;
    }
  }

  /**
   * The link is a key; a log of an unattended run is no place for one, and the start is not its
   * end.
   */
  private void say(Notice notice) {
    if (notice.message() != StartMessage.FIRST_LINK) {
      terminal.inform(notice);
    }
  }

  private void link(Platform platform) {
    if (!headless) {
      terminal.inform(StartMessage.FIRST_LINK.with("link", platform.adminLink()));
    }
  }

  private Duration duration(String text) {
    try {
      return Durations.parse(text);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), "--for " + text + ": 90s | 5m | 1h", e);
    }
  }

  /** The launcher ({@code ./cop}) says where the built shop is. */
  static Path shopFolder() {
    return Path.of(System.getProperty("opencop.shop", "shop"));
  }

  /**
   * Where the running shop keeps its files; a second demo of the same user is refused by its lock.
   */
  static Path shopWork(Terminal terminal) {
    return terminal.copHome().resolve("demo").resolve("shop");
  }

  private List<String> arguments(Platform platform) {
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of("--otlp", platform.otlpGrpc()));
    arguments.addAll(List.of("--otlp-protocol", "grpc"));
    arguments.addAll(List.of("--api", platform.url(), "--runtime"));
    arguments.addAll(List.of("--work", shopWork(terminal).toString()));
    if (rate != null) {
      arguments.addAll(List.of("--rate", rate));
    }
    return arguments;
  }

  private static Map<String, String> secrets(Platform platform) {
    Map<String, String> secrets = new TreeMap<>();
    secrets.put("COP_API_TOKEN", platform.adminToken());
    platform
        .otlpToken()
        .ifPresent(t -> secrets.put("OTEL_EXPORTER_OTLP_HEADERS", "authorization=Bearer " + t));
    return secrets;
  }
}
