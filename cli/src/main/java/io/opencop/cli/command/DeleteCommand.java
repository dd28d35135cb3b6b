package io.opencop.cli.command;

import io.opencop.cli.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code cop delete app NAME}. */
@Command(name = "delete")
final class DeleteCommand extends CopCommand {
  @Mixin AppName app;
  @Mixin ClientOptions client;

  DeleteCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  public Integer call() {
    client.api(terminal).delete(app.path(terminal));
    String name = app.name(terminal);
    terminal.out().println("app/" + name + say(" deleted", " 지웠습니다"));
    return OK;
  }
}
