package io.opencop.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.opencop.cli.Terminal;
import io.opencop.cli.output.Figures;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code cop backup DIR}: a consistent copy, on the platform's machine, while it runs. */
@Command(name = "backup")
final class BackupCommand extends CopCommand {
  @Parameters(index = "0", paramLabel = "DIR")
  Path folder;

  @Mixin ClientOptions client;

  BackupCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  public Integer call() {
    JsonNode report =
        client
            .namedApi(terminal)
            .post(
                "/api/v1/backup",
                JsonNodeFactory.instance
                    .objectNode()
                    .put("path", folder.toAbsolutePath().normalize().toString()));
    if (!client.printer(terminal).raw(report)) {
      String what =
          report.path("path").asText()
              + ": "
              + say(
                  Figures.count(report.path("files"), "file", "files"),
                  "파일 " + Figures.count(report.path("files")) + "개")
              + ", "
              + Figures.bytes(report.path("bytes"));
      terminal.out().println(what);
    }
    return OK;
  }
}
