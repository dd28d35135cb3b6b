package io.opencop.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.opencop.cli.Terminal;
import io.opencop.cli.output.LineDiff;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * {@code cop diff -f FILE}: what {@code cop apply} would change. 0 where that is nothing, 1 where
 * it is something, 2 where it cannot be told, as kubectl has it.
 */
@Command(name = "diff", exitCodeOnExecutionException = 2)
final class DiffCommand extends CopCommand {
  private static final int DIFFERENT = 1;

  @Mixin ManifestFile manifest;
  @Mixin ClientOptions client;

  DiffCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  public Integer call() {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("manifest", manifest.read()).put("source", manifest.file);
    body.put("folder", manifest.folder().toString());
    JsonNode answer = client.api(terminal).post("/api/v1/apps/diff", body);
    boolean raw = client.printer(terminal).raw(answer);
    boolean different = false;
    for (JsonNode app : answer.path("apps")) {
      different |= app.path("changed").asBoolean();
      if (!raw) {
        terminal
            .out()
            .print(
                LineDiff.unified(
                    "app/" + app.path("name").asText(),
                    app.path("before").asText(),
                    app.path("after").asText()));
      }
    }
    return different ? DIFFERENT : OK;
  }
}
