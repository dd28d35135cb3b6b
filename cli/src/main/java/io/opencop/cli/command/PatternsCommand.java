package io.opencop.cli.command;

import io.opencop.cli.Terminal;
import io.opencop.cli.output.Views;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code cop patterns}: what kinds of lines there are, most frequent first. */
@Command(name = "patterns")
final class PatternsCommand extends CopCommand {
  @Mixin ClientOptions client;
  @Mixin Filters filters;

  PatternsCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  public Integer call() {
    client
        .printer(terminal)
        .list(
            client.api(terminal).get("/api/v1/logs/patterns", filters.on(client.range())),
            Views.PATTERNS);
    return OK;
  }
}
