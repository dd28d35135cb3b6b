package io.opencop.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.opencop.cli.CliMessage;
import io.opencop.cli.Terminal;
import io.opencop.cli.client.Api;
import io.opencop.cli.deploy.DeployMessage;
import io.opencop.cli.deploy.Understanding;
import io.opencop.cli.deploy.Understood;
import io.opencop.cli.deploy.Understood.Source;
import io.opencop.model.message.CopException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cop deploy PATH}: an app from what lies there, without a manifest. */
@Command(name = "deploy")
final class DeployCommand extends CopCommand {
  private static final YAMLMapper YAML =
      new YAMLMapper(
          YAMLFactory.builder()
              .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
              .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
              .build());

  @Parameters(index = "0", paramLabel = "PATH")
  Path path;

  @Option(names = "--name", paramLabel = "NAME")
  String name;

  @Option(names = "--instances", paramLabel = "N")
  Integer instances;

  @Option(names = "--sessions")
  boolean sessions;

  @Option(names = "--dry-run")
  boolean dryRun;

  @Mixin ClientOptions client;

  DeployCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  public Integer call() {
    Understood found;
    String manifest;
    try {
      found = Understanding.of(path);
      manifest =
          found.source() instanceof Source.Manifest given
              ? Files.readString(given.file())
              : YAML.writeValueAsString(render(found));
    } catch (IOException e) {
      throw new CopException(CliMessage.FILE_PROBLEM.with("path", path, "reason", e), e);
    }
    terminal.inform(
        DeployMessage.UNDERSTOOD.with("path", path, "what", found.what(), "name", called(found)));
    if (dryRun) {
      terminal.out().print(manifest);
      return OK;
    }
    Path file = found.source() instanceof Source.Manifest given ? given.file() : found.path();
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("manifest", manifest).put("source", file.toString());
    body.put("folder", file.getParent().toString());
    Api api = client.namedApi(terminal);
    JsonNode answer = api.post("/api/v1/apps", body);
    if (!client.printer(terminal).raw(answer)) {
      for (JsonNode app : answer.path("apps")) {
        terminal.out().println("app/" + app.path("name").asText() + " " + result(app));
      }
      where(api, answer);
    }
    return OK;
  }

  private String called(Understood found) {
    if (found.source() instanceof Source.Manifest) {
      return "(" + say("named in it", "매니페스트에 적힌 이름") + ")";
    }
    return name == null ? found.name() : name;
  }

  private ObjectNode render(Understood found) {
    String app = called(found);
    if (!app.matches("[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?")) {
      throw new CopException(DeployMessage.BAD_NAME.with("name", app));
    }
    ObjectNode manifest = JsonNodeFactory.instance.objectNode();
    manifest.put("apiVersion", "opencop.io/v1alpha1").put("kind", "App");
    manifest.putObject("metadata").put("name", app);
    ObjectNode spec = manifest.putObject("spec");
    ObjectNode source = spec.putObject("source");
    switch (found.source()) {
      case Source.Artefact artefact -> source.put(artefact.field(), artefact.path().toString());
      case Source.Program program -> program.argv().forEach(source.withArray("/command")::add);
      case Source.Manifest _ -> throw new IllegalStateException("has one");
    }
    if (instances != null) {
      spec.putObject("scale").put("min", instances);
    }
    if (sessions) {
      spec.putObject("sessions");
    }
    return manifest;
  }

  private String result(JsonNode app) {
    return switch (app.path("result").asText()) {
      case "created" -> say("created", "만들었습니다");
      case "configured" -> say("configured", "바꾸었습니다");
      default -> say("unchanged", "바뀐 것이 없습니다");
    };
  }

  /** By the name every app has at the gateway unless its manifest says otherwise. */
  private void where(Api api, JsonNode answer) {
    String url = api.get("/api/v1/health").at("/gateway/url").asText("");
    for (JsonNode app : answer.path("apps")) {
      String own = app.path("name").asText() + ".localhost";
      if (!url.isEmpty()) {
        terminal.inform(
            DeployMessage.REACHED_AT.with("url", url.replaceFirst("//[^:/]+", "//" + own)));
      }
    }
  }
}
