package io.opencop.bench;

import io.opencop.bench.drive.Packing;
import io.opencop.bench.drive.Target;
import io.opencop.bench.report.Figure;
import io.opencop.bench.report.Report;
import io.opencop.bench.report.Say;
import io.opencop.bench.target.Server;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** What all benchmarks take. */
public final class BenchOptions {
  /** Form of the result. */
  enum Output {
    TABLE,
    JSON
  }

  @Option(
      names = {"-o", "--output"},
      paramLabel = "table|json",
      defaultValue = "table")
  Output output;

  @Option(names = "--protocol", paramLabel = "http|grpc", defaultValue = "http")
  Target.Protocol protocol;

  @Option(names = "--gzip")
  boolean gzip;

  @Option(names = "--connections", paramLabel = "N", defaultValue = "4")
  int connections;

  @Option(names = "--window", paramLabel = "N", defaultValue = "2")
  int window;

  @Option(names = "--set", paramLabel = "KEY=VALUE")
  List<String> settings = new ArrayList<>();

  @Option(names = "--jfr", paramLabel = "FILE")
  Path recording;

  public List<String> settings() {
    return settings;
  }

  /** Flags of the server's JVM beside those of this one. */
  public List<String> jvm() {
    return recording(recording);
  }

  /** A flight recording of a JVM in this file; nothing where it is null. */
  static List<String> recording(Path recording) {
    return recording == null
        ? List.of()
        : List.of(
            "-XX:StartFlightRecording=settings=profile,dumponexit=true,filename="
                + recording.toAbsolutePath());
  }

  public Target target(Server server) {
    return server.target(protocol, gzip ? Packing.GZIP : Packing.NONE, connections, window);
  }

  void show(Say say, List<Figure> figures) {
    if (output == Output.JSON) {
      Report.json(say, figures);
    } else {
      Report.table(say, figures);
    }
    say.out().flush();
  }
}
