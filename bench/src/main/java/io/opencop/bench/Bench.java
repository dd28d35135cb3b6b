package io.opencop.bench;

import io.opencop.bench.report.Say;
import java.io.PrintStream;
import java.util.Locale;
import java.util.ResourceBundle;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * {@code cop bench}: the real server over loopback, as fast as it goes and as rudely as it gets.
 */
@Command(name = "bench", synopsisSubcommandLabel = "COMMAND")
public final class Bench {
  private Bench() {}

  /**
   * The command tree, with help in both languages.
   *
   * @param korean the language; English otherwise
   */
  public static CommandLine commandLine(PrintStream out, PrintStream err, boolean korean) {
    Say say = new Say(out, err, korean);
    CommandLine bench = new CommandLine(new Bench());
    bench.addSubcommand(new IngestCommand(say));
    bench.addSubcommand(new QueryCommand(say));
    bench.addSubcommand(new CrashCommand(say));
    bench.addSubcommand(new GatewayCommand(say));
    bench.addSubcommand(new SessionsCommand(say));
    bench.addSubcommand(new FailoverCommand(say));
    bench.setCaseInsensitiveEnumValuesAllowed(true);
    bench.setResourceBundle(
        ResourceBundle.getBundle("io.opencop.bench.Help", korean ? Locale.KOREAN : Locale.ENGLISH));
    return bench;
  }
}
