package io.opencop.bench;

import io.opencop.bench.ingest.Footprint;
import io.opencop.bench.ingest.Phase;
import io.opencop.bench.ingest.Phases;
import io.opencop.bench.ingest.Replay;
import io.opencop.bench.report.Figure;
import io.opencop.bench.report.Say;
import io.opencop.bench.target.Folders;
import io.opencop.bench.target.Server;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code cop bench ingest}: what receiving, journalling, building and sealing cost. */
@Command(name = "ingest")
final class IngestCommand extends BenchCommand {
  private static final int STARTS = 3;

  /** Fits into one slice, so that nothing of it is sealed before the kill. */
  private static final long REPLAYED = 350_000;

  /** The parts of the benchmark. */
  enum Part {
    START,
    TRACES,
    LOGS,
    SHOP,
    KILOBYTES,
    METRICS,
    STEADY,
    REPLAY
  }

  @Mixin BenchOptions options;

  @Option(names = "--only", paramLabel = "PART", split = ",")
  Set<Part> only = Set.of(Part.values());

  @Option(names = "--spans", paramLabel = "N", defaultValue = "3000000")
  long spans;

  @Option(names = "--logs", paramLabel = "N", defaultValue = "4000000")
  long logs;

  @Option(names = "--kilobytes", paramLabel = "N", defaultValue = "600000")
  long kilobytes;

  @Option(names = "--points", paramLabel = "N", defaultValue = "12000000")
  long points;

  @Option(names = "--warm-up", paramLabel = "N", defaultValue = "1500000")
  long warmUp;

  @Option(names = "--rate", paramLabel = "N", defaultValue = "50000")
  int rate;

  @Option(names = "--seconds", paramLabel = "N", defaultValue = "30")
  int seconds;

  IngestCommand(Say say) {
    super(say);
  }

  @Override
  boolean run() throws InterruptedException {
    Path folder = Folders.temporary();
    try {
      return run(folder);
    } finally {
      Folders.remove(folder);
    }
  }

  private boolean run(Path folder) throws InterruptedException {
    List<Figure> figures = new ArrayList<>();
    boolean right;
    if (only.contains(Part.START)) {
      Footprint.starts(say, folder, options.settings, STARTS, figures);
    }
    try (Server server = Server.start(folder.resolve("data"), options.jvm(), options.settings)) {
      Phases phases = new Phases(say, server, options.target(server), warmUp);
      Phase traces = only.contains(Part.TRACES) ? phases.traces(spans) : null;
      Phase lines = only.contains(Part.LOGS) ? phases.shortLogs(logs) : null;
      Phase shop = only.contains(Part.SHOP) ? phases.shopLogs(logs / 4) : null;
      Phase large = only.contains(Part.KILOBYTES) ? phases.kilobyteLogs(kilobytes) : null;
      Phase gauges = only.contains(Part.METRICS) ? phases.gauges(points) : null;
      IngestFigures.add(figures, traces, lines, shop, large, gauges);
      right = phases.right();
      if (only.contains(Part.STEADY)) {
        Footprint.steady(say, server, options.target(server), rate, seconds, figures);
      }
    }
    if (only.contains(Part.REPLAY)) {
      right &=
          Replay.measure(
              say, folder.resolve("replay"), options.settings, options::target, REPLAYED, figures);
    }
    options.show(say, figures);
    return right;
  }
}
