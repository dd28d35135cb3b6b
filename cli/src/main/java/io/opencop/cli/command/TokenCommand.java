package io.opencop.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.opencop.cli.CliMessage;
import io.opencop.cli.Terminal;
import io.opencop.cli.client.Query;
import io.opencop.cli.output.Figures;
import io.opencop.cli.output.ListView;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cop token}: who else may call the API. Without a word after it, the list. */
@Command(name = "token", aliases = "tokens", synopsisSubcommandLabel = "[COMMAND]")
final class TokenCommand extends CopCommand {
  private static final String PATH = "/api/v1/tokens";

  @Mixin ClientOptions client;

  TokenCommand(Terminal terminal) {
    super(terminal);
  }

  static void addTo(CommandLine token, Terminal terminal) {
    token.addSubcommand(new Create(terminal));
    token.addSubcommand(new Listing(terminal));
    token.addSubcommand(new Revoke(terminal));
  }

  @Override
  public Integer call() {
    return list(client, terminal);
  }

  private static int list(ClientOptions client, Terminal terminal) {
    client.printer(terminal).list(client.namedApi(terminal).get(PATH), view(terminal));
    return OK;
  }

  private static ListView view(Terminal terminal) {
    return new ListView(
        "tokens",
        "token",
        n -> n.path("name").asText(),
        List.of(
            ListView.left("NAME", "이름", n -> n.path("name").asText()),
            ListView.left("ROLE", "역할", n -> n.path("role").asText()),
            ListView.left("CREATED", "만든 때", n -> Figures.time(n.path("created"))),
            ListView.left("EXPIRES", "기한", n -> expires(terminal, n)),
            ListView.left("FROM", "출처", n -> origin(terminal, n.path("origin").asText()))));
  }

  private static String expires(Terminal terminal, JsonNode token) {
    String time = Figures.time(token.path("expires"));
    return token.path("expired").asBoolean() ? time + terminal.say(" (over)", " (지남)") : time;
  }

  private static String origin(Terminal terminal, String origin) {
    return switch (origin) {
      case "start" -> terminal.say("first start", "첫 시작");
      case "configuration" -> "auth.tokens";
      default -> "cop token create";
    };
  }

  /** {@code cop token create NAME}: prints the token alone, so that a script can take it. */
  @Command(name = "create")
  static final class Create extends CopCommand {
    @Parameters(index = "0", paramLabel = "NAME")
    String name;

    @Option(names = "--role", paramLabel = "viewer|operator|admin", defaultValue = "viewer")
    String role;

    @Option(names = "--expires", paramLabel = "90d|12h|never", defaultValue = "90d")
    String expires;

    @Mixin ClientOptions client;

    Create(Terminal terminal) {
      super(terminal);
    }

    @Override
    public Integer call() {
      ObjectNode body = JsonNodeFactory.instance.objectNode();
      body.put("name", name).put("role", role).put("expires_in", expires);
      JsonNode made = client.namedApi(terminal).post(PATH, body);
      if (!client.printer(terminal).raw(made)) {
        terminal.out().println(made.path("token").asText());
        String until =
            made.hasNonNull("expires")
                ? say("until ", "기한 ") + Figures.time(made.path("expires"))
                : say("without an end", "기한 없음");
        terminal.inform(CliMessage.SHOWN_ONCE.with("name", name, "role", role, "until", until));
      }
      return OK;
    }
  }

  /** {@code cop token list}. */
  @Command(name = "list")
  static final class Listing extends CopCommand {
    @Mixin ClientOptions client;

    Listing(Terminal terminal) {
      super(terminal);
    }

    @Override
    public Integer call() {
      return list(client, terminal);
    }
  }

  /** {@code cop token revoke NAME}. */
  @Command(
      name = "revoke",
      aliases = {"delete", "rm"})
  static final class Revoke extends CopCommand {
    @Parameters(index = "0", paramLabel = "NAME")
    String name;

    @Mixin ClientOptions client;

    Revoke(Terminal terminal) {
      super(terminal);
    }

    @Override
    public Integer call() {
      client.namedApi(terminal).delete(PATH + "/" + Query.segment(name));
      terminal
          .out()
          .println(
              say(
                  "The token " + name + " opens nothing any more; who signed in by it is out.",
                  "토큰 " + name + "(은)는 더 이상 쓸 수 없습니다. 이 토큰으로 한 로그인도 모두 풀렸습니다."));
      return OK;
    }
  }
}
