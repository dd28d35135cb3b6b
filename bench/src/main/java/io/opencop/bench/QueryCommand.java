package io.opencop.bench;

import io.opencop.bench.query.Questions;
import io.opencop.bench.query.Stock;
import io.opencop.bench.report.Figure;
import io.opencop.bench.report.Say;
import io.opencop.bench.target.Folders;
import io.opencop.bench.target.Server;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code cop bench query}: how long the console waits, at rest and during ingest. */
@Command(name = "query")
final class QueryCommand extends BenchCommand {
  @Mixin BenchOptions options;

  @Option(names = "--spans", paramLabel = "N", defaultValue = "10000000")
  long spans;

  @Option(names = "--hours", paramLabel = "N", defaultValue = "10")
  double hours;

  @Option(names = "--repeat", paramLabel = "N", defaultValue = "20")
  int repeat;

  @Option(names = "--rate", paramLabel = "N", defaultValue = "10000")
  int rate;

  QueryCommand(Say say) {
    super(say);
  }

  @Override
  boolean run() throws InterruptedException {
    Path folder = Folders.temporary();
    try (Server server = Server.start(folder.resolve("data"), options.jvm(), options.settings)) {
      Duration range = Duration.ofSeconds(Math.round(hours * 3600));
      Stock stock = Stock.fill(say, server, options.target(server), spans, range);
      Questions questions = new Questions(say, server, stock, repeat);
      List<Figure> figures = new ArrayList<>();
      questions.atRest(figures);
      questions.duringIngest(options.target(server), rate, figures);
      options.show(say, figures);
      return stock.complete() && questions.right();
    } finally {
      Folders.remove(folder);
    }
  }
}
