package io.opencop.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.opencop.cli.CliMessage;
import io.opencop.cli.Terminal;
import io.opencop.cli.client.Query;
import io.opencop.cli.output.ListView;
import io.opencop.model.message.CopException;
import java.io.Console;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code cop secret}: what apps must know and nobody else. Without a word after it, the list. */
@Command(name = "secret", aliases = "secrets", synopsisSubcommandLabel = "[COMMAND]")
final class SecretCommand extends CopCommand {
  private static final String PATH = "/api/v1/secrets";

  @Mixin ClientOptions client;

  SecretCommand(Terminal terminal) {
    super(terminal);
  }

  static void addTo(CommandLine secret, Terminal terminal) {
    secret.addSubcommand(new Set(terminal));
    secret.addSubcommand(new Listing(terminal));
    secret.addSubcommand(new Delete(terminal));
  }

  @Override
  public Integer call() {
    return list(client, terminal);
  }

  private static int list(ClientOptions client, Terminal terminal) {
    client.printer(terminal).list(client.namedApi(terminal).get(PATH), view());
    return OK;
  }

  private static ListView view() {
    return new ListView(
        "secrets",
        "secret",
        n -> n.path("name").asText(),
        List.of(
            ListView.left("NAME", "이름", n -> n.path("name").asText()),
            ListView.left("KEYS", "키", SecretCommand::keys)));
  }

  private static String keys(JsonNode secret) {
    List<String> keys = new ArrayList<>();
    secret.path("keys").forEach(k -> keys.add(k.asText()));
    return String.join(", ", keys);
  }

  private static String place(String secret, String key) {
    return PATH + "/" + Query.segment(secret) + (key == null ? "" : "/" + Query.segment(key));
  }

  /** {@code cop secret set NAME KEY}: from standard input, never from the command line. */
  @Command(name = "set")
  static final class Set extends CopCommand {
    @Parameters(index = "0", paramLabel = "NAME")
    String name;

    @Parameters(index = "1", paramLabel = "KEY")
    String key;

    @Mixin ClientOptions client;

    Set(Terminal terminal) {
      super(terminal);
    }

    @Override
    public Integer call() {
      ObjectNode body = JsonNodeFactory.instance.objectNode();
      body.put("value", Base64.getEncoder().encodeToString(value())).put("base64", true);
      client.namedApi(terminal).put(place(name, key), body);
      terminal
          .out()
          .println(
              say(
                  "secret/" + name + " " + key + " set; instances that start from now on get it.",
                  "secret/" + name + " " + key + " 저장됨. 지금부터 시작하는 인스턴스가 받습니다."));
      return OK;
    }

    /** A terminal does not show what is typed; of a pipe, the one line feed of echo is no part. */
    @SuppressWarnings("SystemConsoleNull") // JDK 25 gives null again where there is no terminal
    private byte[] value() {
      Console console = System.console();
      if (console != null && console.isTerminal()) {
        char[] typed = console.readPassword(say("Value of %s %s: ", "%s %s의 값: "), name, key);
        return typed == null
            ? new byte[0]
            : new String(typed).getBytes(java.nio.charset.StandardCharsets.UTF_8);
      }
      try {
        byte[] all = System.in.readAllBytes();
        long lines = 0;
        for (byte b : all) {
          lines += b == '\n' ? 1 : 0;
        }
        boolean echoed = lines == 1 && all[all.length - 1] == '\n';
        return echoed ? Arrays.copyOf(all, all.length - 1) : all;
      } catch (IOException e) {
        throw new CopException(CliMessage.FILE_PROBLEM.with("path", "-", "reason", e), e);
      }
    }
  }

  /** {@code cop secret list}. */
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

  /** {@code cop secret delete NAME [KEY]}. */
  @Command(name = "delete", aliases = "rm")
  static final class Delete extends CopCommand {
    @Parameters(index = "0", paramLabel = "NAME")
    String name;

    @Parameters(index = "1", paramLabel = "KEY", arity = "0..1")
    String key;

    @Mixin ClientOptions client;

    Delete(Terminal terminal) {
      super(terminal);
    }

    @Override
    public Integer call() {
      client.namedApi(terminal).delete(place(name, key));
      terminal
          .out()
          .println("secret/" + name + (key == null ? "" : " " + key) + say(" deleted", " 삭제됨"));
      return OK;
    }
  }
}
