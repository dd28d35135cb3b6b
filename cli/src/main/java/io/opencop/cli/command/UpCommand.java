package io.opencop.cli.command;

import io.opencop.cli.Terminal;
import io.opencop.cli.platform.Platform;
import io.opencop.server.message.StartMessage;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code cop up}: the platform in the foreground, until it is told to stop. */
@Command(name = "up")
final class UpCommand extends CopCommand {
  @Mixin PlatformOptions options;

  @Option(names = "--small")
  boolean small;

  UpCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  public Integer call() throws InterruptedException {
    try (Platform platform = Platform.start(terminal, options.load(terminal, weaker()))) {
      platform.closeAtExit(StartMessage.STOPPING.with(), StartMessage.STOPPED.with());
      new CountDownLatch(1).await();
      return OK;
    }
  }

  private List<String> weaker() {
    return small ? List.of("sessions.members=one") : List.of();
  }
}
