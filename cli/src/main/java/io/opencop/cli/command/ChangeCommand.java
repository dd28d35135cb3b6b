package io.opencop.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.opencop.cli.CliMessage;
import io.opencop.cli.Terminal;
import io.opencop.model.message.CopException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cop change KIND SUMMARY}: tells the platform what was done to an app. */
@Command(name = "change")
final class ChangeCommand extends CopCommand {
  @Parameters(index = "0", paramLabel = "KIND")
  String kind;

  @Parameters(index = "1", paramLabel = "SUMMARY")
  String summary;

  @Option(
      names = {"-s", "--service"},
      paramLabel = "NAME")
  String service;

  @Option(names = "--id", paramLabel = "ID")
  String id;

  @Option(names = "--version", paramLabel = "VERSION")
  String version;

  @Option(names = "--author", paramLabel = "NAME")
  String author;

  @Option(names = "--diff", paramLabel = "FILE")
  String diff;

  @Option(names = "--time", paramLabel = "RFC3339")
  String time;

  @Mixin ClientOptions client;

  ChangeCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  public Integer call() {
    ObjectNode change = JsonNodeFactory.instance.objectNode();
    change.put("time", time == null ? Instant.now().toString() : time);
    change.put("kind", kind);
    change.put("summary", summary);
    change.put("service", service);
    change.put("id", id);
    change.put("version", version);
    change.put("author", author == null ? System.getProperty("user.name") : author);
    change.put("diff", diff == null ? null : read(diff));
    JsonNode stored = client.namedApi(terminal).post("/api/v1/changes", change);
    if (!client.printer(terminal).raw(stored)) {
      terminal.out().println(say("Stored.", "저장했습니다."));
    }
    return OK;
  }

  /** {@code -} reads standard input: {@code git diff | cop change deploy … --diff -}. */
  private static String read(String file) {
    try {
      return file.equals("-")
          ? new String(System.in.readAllBytes(), StandardCharsets.UTF_8)
          : Files.readString(Path.of(file));
    } catch (IOException e) {
      throw new CopException(
          CliMessage.FILE_PROBLEM.with("path", file, "reason", e.getClass().getSimpleName()), e);
    }
  }
}
