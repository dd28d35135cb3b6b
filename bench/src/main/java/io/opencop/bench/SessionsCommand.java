package io.opencop.bench;

import io.opencop.bench.report.Figure;
import io.opencop.bench.report.Say;
import io.opencop.bench.sessions.SessionBench;
import io.opencop.bench.target.Folders;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code cop bench sessions}: what a request costs whose session is not in the instance. */
@Command(name = "sessions")
final class SessionsCommand extends BenchCommand {
  @Mixin ResultOptions result;

  @Option(names = "--visitors", paramLabel = "N", defaultValue = "5000")
  int visitors;

  @Option(names = "--kept", paramLabel = "N", defaultValue = "100000")
  int kept;

  @Option(names = "--lines", paramLabel = "N", defaultValue = "32")
  int lines;

  @Option(names = "--seconds", paramLabel = "N", defaultValue = "10")
  int seconds;

  @Option(names = "--warm-up", paramLabel = "N", defaultValue = "20")
  int warmUp;

  @Option(names = "--peer", negatable = true, defaultValue = "true", fallbackValue = "true")
  boolean peer;

  @Option(names = "--jvm", paramLabel = "FLAG")
  List<String> jvm = new ArrayList<>();

  SessionsCommand(Say say) {
    super(say);
  }

  @Override
  boolean run() throws InterruptedException {
    Path folder = Folders.temporary();
    try {
      SessionBench bench =
          new SessionBench(
              say,
              folder,
              new SessionBench.Plan(visitors, kept, lines, seconds, warmUp, peer, jvm));
      List<Figure> figures = bench.run();
      result.show(say, figures);
      return bench.right();
    } finally {
      Folders.remove(folder);
    }
  }
}
