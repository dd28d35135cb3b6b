package io.opencop.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.opencop.cli.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code cop scale app NAME --replicas N}. */
@Command(name = "scale")
final class ScaleCommand extends CopCommand {
  @Mixin AppName app;

  @Option(names = "--replicas", paramLabel = "N", required = true)
  int replicas;

  @Mixin ClientOptions client;

  ScaleCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  public Integer call() {
    var body = JsonNodeFactory.instance.objectNode().put("replicas", replicas);
    JsonNode answer = client.api(terminal).post(app.path(terminal) + "/scale", body);
    if (!client.printer(terminal).raw(answer)) {
      terminal.out().println("app/" + app.name(terminal) + say(" scaled", " 인스턴스 수를 바꾸었습니다"));
    }
    return OK;
  }
}
