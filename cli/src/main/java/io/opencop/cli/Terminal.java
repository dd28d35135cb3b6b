package io.opencop.cli;

import io.opencop.model.message.CopException;
import io.opencop.model.message.Lang;
import io.opencop.model.message.Notice;
import io.opencop.model.message.Particles;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/**
 * Where a command runs: its two streams, language and environment. Results go to {@code out}, and
 * everything said about them to {@code err}, so that a pipe carries results only.
 */
public record Terminal(
    PrintStream out, PrintStream err, Lang lang, Map<String, String> environment, Path home) {

  /** The process's own. Text is UTF-8 whatever the platform's default says. */
  public static Terminal system(Lang lang) {
    return new Terminal(
        new PrintStream(System.out, true, StandardCharsets.UTF_8),
        new PrintStream(System.err, true, StandardCharsets.UTF_8),
        lang,
        System.getenv(),
        home(System.getenv()));
  }

  /** What the shell calls home; the JVM asks the user database instead, which may disagree. */
  private static Path home(Map<String, String> environment) {
    String set = environment.getOrDefault("HOME", "");
    return Path.of(set.isEmpty() ? System.getProperty("user.home") : set).toAbsolutePath();
  }

  /** {@code COP_HOME}, by default {@code ~/.opencop}: what the client remembers. */
  public Path copHome() {
    String set = environment.getOrDefault("COP_HOME", "");
    return set.isEmpty() ? home.resolve(".opencop") : Path.of(set).toAbsolutePath();
  }

  /** The text in this terminal's language. */
  public String say(String en, String ko) {
    return lang == Lang.KO ? Particles.settle(ko) : en;
  }

  public void tell(Notice notice) {
    err.println(notice.lines(lang));
  }

  /** Good news: without its number, which is there to look up what went wrong. */
  public void inform(Notice notice) {
    err.println(notice.text(lang));
    if (!notice.next(lang).isEmpty()) {
      err.println("  → " + notice.next(lang));
    }
  }

  public void tell(CopException e) {
    e.notices().forEach(this::tell);
  }
}
