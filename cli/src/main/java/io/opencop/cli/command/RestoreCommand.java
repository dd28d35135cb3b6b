package io.opencop.cli.command;

import com.fasterxml.jackson.databind.node.LongNode;
import io.opencop.cli.Terminal;
import io.opencop.cli.output.Figures;
import io.opencop.cli.platform.Restore;
import io.opencop.model.message.CopException;
import io.opencop.telemetry.store.Backup;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code cop restore DIR}: makes a new data folder of a backup, with no platform running on it. */
@Command(name = "restore")
final class RestoreCommand extends CopCommand {
  @Parameters(index = "0", paramLabel = "DIR")
  Path backup;

  @Mixin PlatformOptions options;

  RestoreCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  public Integer call() {
    Path data = options.load(terminal, List.of()).config().data().dir();
    Backup.Report report = Restore.of(backup.toAbsolutePath().normalize(), data);
    String what =
        say(
                Figures.count(LongNode.valueOf(report.files()), "file", "files"),
                "파일 " + report.files() + "개")
            + ", "
            + Figures.bytes(LongNode.valueOf(report.bytes()));
    terminal.out().println(data + ": " + what + ". " + say("Start: ", "시작: ") + up(data));
    return OK;
  }

  /** The command that starts on this folder: with its name where a plain one would take another. */
  private String up(Path data) {
    return data.equals(plain()) ? "cop up" : "cop up --data " + quoted(data.toString());
  }

  private Path plain() {
    try {
      return new PlatformOptions().load(terminal, List.of()).config().data().dir();
    } catch (CopException e) {
      return Path.of(""); // a configuration that cannot be read names no folder
    }
  }

  private static String quoted(String text) {
    return text.matches("[\\p{L}\\p{N}/._~+:@%=-]+")
        ? text
        : "'" + text.replace("'", "'\\''") + "'";
  }
}
