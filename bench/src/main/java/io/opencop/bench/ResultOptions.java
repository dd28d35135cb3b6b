package io.opencop.bench;

import io.opencop.bench.report.Figure;
import io.opencop.bench.report.Report;
import io.opencop.bench.report.Say;
import java.util.List;
import picocli.CommandLine.Option;

/** What every benchmark that does not send telemetry takes. */
public final class ResultOptions {
  @Option(
      names = {"-o", "--output"},
      paramLabel = "table|json",
      defaultValue = "table")
  BenchOptions.Output output;

  void show(Say say, List<Figure> figures) {
    if (output == BenchOptions.Output.JSON) {
      Report.json(say, figures);
    } else {
      Report.table(say, figures);
    }
    say.out().flush();
  }
}
