package io.opencop.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.opencop.cli.Terminal;
import io.opencop.cli.client.Query;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cop sessions}: what is done to the sessions of an app's users. */
@Command(name = "sessions", synopsisSubcommandLabel = "COMMAND")
final class SessionsCommand extends CopCommand {
  @CommandLine.Spec CommandLine.Model.CommandSpec spec;

  SessionsCommand(Terminal terminal) {
    super(terminal);
  }

  static void addTo(CommandLine sessions, Terminal terminal) {
    sessions.addSubcommand(new End(terminal));
  }

  @Override
  public Integer call() {
    throw new CommandLine.ParameterException(
        spec.commandLine(), say("Say what to do: end.", "할 일을 쓰십시오: end."));
  }

  /** {@code cop sessions end APP --user NAME | --id ID | --all}. */
  @Command(name = "end")
  static final class End extends CopCommand {
    @Parameters(index = "0", paramLabel = "APP")
    String app;

    @ArgGroup(multiplicity = "1")
    Which which;

    @Mixin ClientOptions client;

    /** One of them. */
    static final class Which {
      @Option(names = "--user", paramLabel = "NAME")
      String user;

      @Option(names = "--id", paramLabel = "ID")
      String id;

      /** The name of the app once more: it cannot be taken back. */
      @Option(names = "--all", paramLabel = "APP")
      String all;
    }

    End(Terminal terminal) {
      super(terminal);
    }

    @Override
    public Integer call() {
      ObjectNode body = JsonNodeFactory.instance.objectNode();
      if (which.user != null) {
        body.put("user", which.user);
      } else if (which.id != null) {
        body.put("id", which.id);
      } else {
        body.put("all", true).put("confirm", which.all);
      }
      JsonNode answer =
          client.api(terminal).post("/api/v1/apps/" + Query.segment(app) + "/sessions/end", body);
      int ended = answer.path("ended").asInt();
      if (!client.printer(terminal).raw(answer)) {
        terminal
            .out()
            .println(
                say(
                    ended + (ended == 1 ? " session" : " sessions") + " ended",
                    "세션 " + ended + "개를 끝냈습니다"));
      }
      return ended > 0 ? OK : FAILED;
    }
  }
}
