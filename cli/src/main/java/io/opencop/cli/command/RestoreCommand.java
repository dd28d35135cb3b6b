package io.opencop.cli.command;

import io.opencop.cli.Terminal;
import io.opencop.cli.platform.Stores;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code cop restore DIR}: makes a new data folder of a backup, with no platform running on it. */
@Command(name = "restore")
final class RestoreCommand extends CopCommand {
  @Parameters(index = "0", paramLabel = "DIR")
  Path backup;

  @Mixin PlatformOptions options;

  RestoreCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  public Integer call() {
    Path data = options.load(terminal, List.of()).config().data().dir();
    Stores.restore(backup.toAbsolutePath().normalize(), data);
    terminal
        .out()
        .println(say("Restored to " + data + ". Start: cop up", data + "에 복구했습니다. 시작: cop up"));
    return OK;
  }
}
