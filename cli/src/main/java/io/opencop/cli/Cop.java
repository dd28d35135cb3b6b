package io.opencop.cli;

import io.opencop.bench.Bench;
import io.opencop.cli.command.Commands;
import io.opencop.cli.platform.Logging;
import io.opencop.model.message.CopException;
import io.opencop.model.message.Lang;
import io.opencop.model.message.Near;
import io.opencop.server.message.StartMessage;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * {@code cop}. Exit codes: 0 done, 1 it ran and the answer is no, 2 the command line is wrong; 130
 * after Ctrl-C and 143 after SIGTERM, as a shell expects of what ended because it was told to.
 */
public final class Cop {
  private Cop() {}

  public static void main(String[] args) {
    Terminal terminal = Terminal.system(lang(args));
    int code = run(terminal, args);
    terminal.out().flush();
    terminal.err().flush();
    System.exit(code);
  }

  /** Runs one command in this process and gives its exit code. */
  public static int run(Terminal terminal, String... args) {
    CommandLine cop = commandLine(terminal);
    if (args.length > 0 && args[0].equals("bench")) {
      // Its own words are what is read; libraries that it uses would speak between them.
      Logging.quiet();
    }
    return cop.execute(helpLast(args));
  }

  /**
   * {@code cop} and {@code cop help get} are other words for {@code cop --help} and {@code cop get
   * --help}.
   */
  private static String[] helpLast(String[] args) {
    List<String> words = new ArrayList<>(Arrays.asList(args));
    if (words.isEmpty() || words.getFirst().equals("help")) {
      words.add("--help");
      words.remove("help");
    }
    return words.toArray(new String[0]);
  }

  static CommandLine commandLine(Terminal terminal) {
    CommandLine cop = Commands.all(terminal);
    Locale locale = terminal.lang() == Lang.KO ? Locale.KOREAN : Locale.ENGLISH;
    cop.setResourceBundle(ResourceBundle.getBundle("io.opencop.cli.Help", locale));
    // After the bundle is set: it brings its own.
    cop.addSubcommand(
        Bench.commandLine(terminal.out(), terminal.err(), terminal.lang() == Lang.KO));
    cop.setCaseInsensitiveEnumValuesAllowed(true);
    cop.setAbbreviatedOptionsAllowed(false);
    cop.setUsageHelpAutoWidth(true);
    cop.setOut(new PrintWriter(terminal.out(), true, StandardCharsets.UTF_8));
    cop.setErr(new PrintWriter(terminal.err(), true, StandardCharsets.UTF_8));
    cop.setParameterExceptionHandler((e, _) -> wrongCommandLine(terminal, e));
    cop.setExecutionExceptionHandler((e, command, _) -> failed(terminal, e, command));
    return cop;
  }

  /**
   * {@code --lang ko} beats {@code COP_LANG} beats the terminal's locale. It is needed before
   * parsing.
   */
  private static Lang lang(String[] args) {
    int at = Arrays.asList(args).indexOf("--lang");
    if (at >= 0 && at + 1 < args.length) {
      return Lang.of(args[at + 1]);
    }
    String set = System.getenv().getOrDefault("COP_LANG", "");
    return set.isEmpty() ? Lang.fromEnvironment(System.getenv()) : Lang.of(set);
  }

  private static int wrongCommandLine(Terminal terminal, ParameterException e) {
    StringBuilder reason = new StringBuilder(terminal.lang() == Lang.KO ? ko(e) : e.getMessage());
    if (e instanceof UnmatchedArgumentException unmatched) {
      near(unmatched)
          .ifPresent(
              n -> reason.append(terminal.say(" Did you mean ", " 혹시 ")).append(n).append('?'));
    }
    terminal.tell(
        CliMessage.BAD_COMMAND_LINE.with(
            "reason",
            reason,
            "help",
            e.getCommandLine().getCommandSpec().qualifiedName() + " --help"));
    return CommandLine.ExitCode.USAGE;
  }

  private static Optional<String> near(UnmatchedArgumentException e) {
    List<String> candidates = new ArrayList<>(e.getCommandLine().getSubcommands().keySet());
    e.getCommandLine()
        .getCommandSpec()
        .options()
        .forEach(o -> candidates.addAll(Arrays.asList(o.names())));
    String typed = e.getUnmatched().getFirst();
    return Near.of(typed, candidates)
        .or(() -> e.getSuggestions().stream().filter(s -> !s.equals(typed)).findFirst());
  }

  /** The parser words its findings in English only; the common ones are worded here. */
  private static String ko(ParameterException e) {
    return switch (e) {
      case UnmatchedArgumentException u ->
          "알 수 없는 인수입니다: " + String.join(" ", u.getUnmatched()) + ".";
      case CommandLine.MissingParameterException m ->
          "빠진 것이 있습니다: "
              + String.join(
                  ", ", m.getMissing().stream().map(CommandLine.Model.ArgSpec::paramLabel).toList())
              + ".";
      default -> e.getMessage();
    };
  }

  private static int failed(Terminal terminal, Exception e, CommandLine command) {
    if (e instanceof CopException cop) {
      terminal.tell(cop);
    } else {
      terminal.tell(StartMessage.UNEXPECTED.with("reason", e));
      e.printStackTrace(terminal.err());
    }
    return command.getCommandSpec().exitCodeOnExecutionException();
  }
}
