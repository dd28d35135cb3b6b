package io.opencop.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.opencop.cli.Terminal;
import io.opencop.cli.client.Api;
import io.opencop.cli.output.Views;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code cop rollout status|history|undo|restart app NAME}. */
@Command(name = "rollout", synopsisSubcommandLabel = "COMMAND")
final class RolloutCommand extends CopCommand {
  @Spec CommandSpec spec;

  RolloutCommand(Terminal terminal) {
    super(terminal);
  }

  static void addTo(CommandLine rollout, Terminal terminal) {
    rollout.addSubcommand(new Status(terminal));
    rollout.addSubcommand(new History(terminal));
    rollout.addSubcommand(new Undo(terminal));
    rollout.addSubcommand(new Restart(terminal));
  }

  @Override
  public Integer call() {
    throw new ParameterException(
        spec.commandLine(),
        say(
            "Say which: status, history, undo or restart.",
            "무엇을 할지 쓰십시오: status, history, undo, restart"));
  }

  /** Waits until the rollout has come to its end; 1 where that is not the wanted one. */
  @Command(name = "status")
  static final class Status extends CopCommand {
    private static final long PAUSE_MILLIS = 300;

    @Mixin AppName app;

    @Option(names = "--timeout", paramLabel = "SECONDS", defaultValue = "600")
    long seconds;

    @Mixin ClientOptions client;

    Status(Terminal terminal) {
      super(terminal);
    }

    @Override
    public Integer call() throws InterruptedException {
      Api api = client.api(terminal);
      String name = app.name(terminal);
      long until = System.nanoTime() + seconds * 1_000_000_000L;
      String said = "";
      JsonNode now = api.get(app.path(terminal));
      while (!settled(now) && System.nanoTime() < until) {
        String ready = now.path("ready").asText() + "/" + now.path("wanted").asText();
        if (!ready.equals(said)) {
          said = ready;
          terminal.err().println(say("waiting: " + ready + " ready", "기다리는 중: " + ready + " 준비됨"));
        }
        Thread.sleep(PAUSE_MILLIS);
        now = api.get(app.path(terminal));
      }
      boolean failed = now.hasNonNull("failed");
      if (!client.printer(terminal).raw(now)) {
        terminal.out().println(sentence(name, now, failed));
      }
      return settled(now) && !failed ? OK : FAILED;
    }

    private static boolean settled(JsonNode app) {
      String phase = app.path("phase").asText();
      return phase.equals("ready") || phase.equals("asleep");
    }

    private String sentence(String name, JsonNode now, boolean failed) {
      String release = now.path("release").asText();
      if (failed) {
        return say(
            "app/" + name + ": the last rollout was taken back; release " + release + " serves",
            "app/" + name + ": 마지막 배포를 되돌렸습니다. 릴리스 " + release + "(이)가 처리합니다");
      }
      return settled(now)
          ? say(
              "app/" + name + ": release " + release + " is rolled out",
              "app/" + name + ": 릴리스 " + release + " 배포를 마쳤습니다")
          : say("app/" + name + ": not ready in time", "app/" + name + ": 제시간에 준비되지 않았습니다");
    }
  }

  /** The releases there are to go back to. */
  @Command(name = "history")
  static final class History extends CopCommand {
    @Mixin AppName app;
    @Mixin ClientOptions client;

    History(Terminal terminal) {
      super(terminal);
    }

    @Override
    public Integer call() {
      client.printer(terminal).list(client.api(terminal).get(app.path(terminal)), Views.RELEASES);
      return OK;
    }
  }

  /** Goes back. */
  @Command(name = "undo")
  static final class Undo extends CopCommand {
    @Mixin AppName app;

    @Option(names = "--to-revision", paramLabel = "N", defaultValue = "0")
    int release;

    @Mixin ClientOptions client;

    Undo(Terminal terminal) {
      super(terminal);
    }

    @Override
    public Integer call() {
      var body = JsonNodeFactory.instance.objectNode().put("release", release);
      JsonNode answer = client.api(terminal).post(app.path(terminal) + "/undo", body);
      if (!client.printer(terminal).raw(answer)) {
        terminal.out().println("app/" + app.name(terminal) + say(" rolled back", " 되돌립니다"));
      }
      return OK;
    }
  }

  /** Replaces every instance. */
  @Command(name = "restart")
  static final class Restart extends CopCommand {
    @Mixin AppName app;
    @Mixin ClientOptions client;

    Restart(Terminal terminal) {
      super(terminal);
    }

    @Override
    public Integer call() {
      JsonNode answer = client.api(terminal).post(app.path(terminal) + "/restart", null);
      if (!client.printer(terminal).raw(answer)) {
        terminal.out().println("app/" + app.name(terminal) + say(" restarted", " 다시 시작합니다"));
      }
      return OK;
    }
  }
}
