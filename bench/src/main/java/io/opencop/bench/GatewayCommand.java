package io.opencop.bench;

import io.opencop.bench.proxy.Comparison;
import io.opencop.bench.report.Figure;
import io.opencop.bench.report.Report;
import io.opencop.bench.report.Say;
import io.opencop.bench.target.Folders;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code cop bench gateway}: what a request costs on its way through, beside nginx and HAProxy. */
@Command(name = "gateway")
final class GatewayCommand extends BenchCommand {
  @Option(
      names = {"-o", "--output"},
      paramLabel = "table|json",
      defaultValue = "table")
  BenchOptions.Output output;

  @Option(names = "--connections", paramLabel = "N", defaultValue = "32")
  int connections;

  @Option(names = "--rounds", paramLabel = "N", defaultValue = "3")
  int rounds;

  @Option(names = "--seconds", paramLabel = "N", defaultValue = "2")
  double seconds;

  @Option(names = "--jfr", paramLabel = "FILE")
  Path recording;

  GatewayCommand(Say say) {
    super(say);
  }

  @Override
  boolean run() {
    Path folder = Folders.temporary();
    try {
      List<Figure> figures =
          new Comparison(
                  say,
                  folder,
                  BenchOptions.recording(recording),
                  connections,
                  rounds,
                  Duration.ofMillis(Math.round(seconds * 1000)))
              .figures();
      if (output == BenchOptions.Output.JSON) {
        Report.json(say, figures);
      } else {
        Report.table(say, figures);
      }
      say.out().flush();
      return true;
    } finally {
      Folders.remove(folder);
    }
  }
}
