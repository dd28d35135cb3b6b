package io.opencop.bench.report;

import java.io.PrintStream;

/**
 * Where a benchmark talks. Figures go to {@code out}, progress to {@code err}.
 *
 * @param korean the language; English otherwise
 */
public record Say(PrintStream out, PrintStream err, boolean korean) {
  public String text(String en, String ko) {
    return korean ? ko : en;
  }

  /** One line of progress. */
  public void step(String en, String ko, Object... values) {
    err.println(text(en, ko).formatted(values));
  }
}
