package io.opencop.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.opencop.cli.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code cop apply -f FILE}: makes the apps of a manifest wanted. */
@Command(name = "apply")
final class ApplyCommand extends CopCommand {
  @Mixin ManifestFile manifest;

  @Option(names = "--dry-run")
  boolean dryRun;

  @Mixin ClientOptions client;

  ApplyCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  public Integer call() {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("manifest", manifest.read()).put("source", manifest.file);
    body.put("folder", manifest.folder().toString());
    body.put("dry_run", dryRun);
    JsonNode answer = client.api(terminal).post("/api/v1/apps", body);
    if (client.printer(terminal).raw(answer)) {
      return OK;
    }
    for (JsonNode app : answer.path("apps")) {
      String name = "app/" + app.path("name").asText();
      String result = result(app.path("result").asText());
      terminal
          .out()
          .println(
              client.output == io.opencop.cli.output.Format.NAME
                  ? name
                  : name + " " + result + (dryRun ? say(" (dry run)", " (미리 보기)") : ""));
    }
    return OK;
  }

  private String result(String result) {
    return switch (result) {
      case "created" -> say("created", "만들었습니다");
      case "configured" -> say("configured", "바꾸었습니다");
      default -> say("unchanged", "바뀐 것이 없습니다");
    };
  }
}
