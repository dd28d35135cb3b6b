package io.opencop.cli.command;

import io.opencop.cli.Terminal;
import io.opencop.cli.platform.WarmUp;
import java.io.IOException;
import picocli.CommandLine.Command;

/** {@code cop warm-up}: what the launcher runs once per build to train the JDK's AOT cache. */
@Command(name = "warm-up", hidden = true)
final class WarmUpCommand extends CopCommand {
  WarmUpCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    WarmUp.run(terminal);
    return OK;
  }
}
