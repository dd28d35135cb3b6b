package io.opencop.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.opencop.cli.CliMessage;
import io.opencop.cli.Terminal;
import io.opencop.cli.output.Figures;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code cop link}: a link that signs one browser in as whoever asks for it. */
@Command(
    name = "link",
    aliases = {"login", "login-link"})
final class LinkCommand extends CopCommand {
  @Mixin ClientOptions client;

  LinkCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  public Integer call() {
    JsonNode link = client.api(terminal).post("/api/v1/links", null);
    if (!client.printer(terminal).raw(link)) {
      terminal.out().println(link.path("url").asText());
      terminal.inform(
          CliMessage.LINK_MADE.with(
              "until",
              Figures.time(link.path("expires")),
              "name",
              link.path("name").asText(),
              "role",
              link.path("role").asText()));
    }
    return OK;
  }
}
