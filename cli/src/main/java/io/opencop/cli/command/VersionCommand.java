package io.opencop.cli.command;

import io.opencop.cli.Terminal;
import picocli.CommandLine.Command;

/** {@code cop version}. */
@Command(name = "version")
final class VersionCommand extends CopCommand {
  VersionCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  public Integer call() {
    String version = VersionCommand.class.getPackage().getImplementationVersion();
    terminal
        .out()
        .println(
            "OpenCOP "
                + (version == null ? "0.1.0-SNAPSHOT" : version)
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
