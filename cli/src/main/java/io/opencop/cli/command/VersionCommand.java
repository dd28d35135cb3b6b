package io.opencop.cli.command;

import io.opencop.cli.Terminal;
import io.opencop.server.Version;
import picocli.CommandLine.Command;

/** {@code cop version}. */
@Command(name = "version")
final class VersionCommand extends CopCommand {
  VersionCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  public Integer call() {
    terminal
        .out()
        .println(
            "OpenCOP "
                + Version.text()
                + " (Java "
                + Runtime.version()
                + ", "
                + System.getProperty("os.name")
                + " "
                + System.getProperty("os.arch")
                + ")");
    return OK;
  }
}
