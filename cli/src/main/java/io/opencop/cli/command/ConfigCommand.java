package io.opencop.cli.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.opencop.cli.Terminal;
import io.opencop.cli.output.Format;
import io.opencop.cli.output.ListView;
import io.opencop.cli.output.Printer;
import io.opencop.server.config.LoadedConfig;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code cop config}: every setting, its value and where it came from. Asks no platform. */
@Command(name = "config")
final class ConfigCommand extends CopCommand {
  private static final ListView VIEW =
      new ListView(
          "settings",
          "setting",
          n -> n.path("key").asText(),
          List.of(
              ListView.left("SETTING", "설정", n -> n.path("key").asText()),
              ListView.left("VALUE", "값", n -> n.path("value").asText()),
              ListView.left("FROM", "출처", n -> n.path("source").asText()),
              ListView.wide("DEFAULT", "기본값", n -> n.path("default").asText()),
              ListView.wide("ABOUT", "설명", n -> n.path("description").asText())));

  @Option(
      names = {"-o", "--output"},
      paramLabel = "table|wide|name|json|yaml",
      defaultValue = "TABLE")
  Format output;

  @Mixin PlatformOptions platform;

  ConfigCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  public Integer call() {
    LoadedConfig loaded = platform.load(terminal, List.of());
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    ArrayNode settings = answer.putArray("settings");
    for (LoadedConfig.Shown shown : loaded.settings()) {
      settings
          .addObject()
          .put("key", shown.key().name())
          .put("value", shown.value())
          .put("source", shown.origin().toString())
          .put("default", shown.key().setting().value())
          .put("variable", shown.key().variable())
          .put("description", say(shown.key().setting().en(), shown.key().setting().ko()))
          .put("secret", shown.key().setting().secret());
    }
    new Printer(terminal, output).list(answer, VIEW);
    return OK;
  }
}
