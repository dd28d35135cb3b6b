package io.opencop.bench.ingest;

import io.opencop.bench.drive.Load;
import io.opencop.bench.drive.Sent;
import io.opencop.bench.drive.Target;
import io.opencop.bench.generate.Clocking;
import io.opencop.bench.generate.RequestPool;
import io.opencop.bench.report.Figure;
import io.opencop.bench.report.Say;
import io.opencop.bench.target.Server;
import io.opencop.model.Signal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/** How long a start takes when the last run left a journal behind. */
public final class Replay {
  private static final double GB = 1e9;

  private Replay() {}

  /**
   * Fills most of a slice, kills, starts again.
   *
   * @return whether everything acknowledged was there afterwards
   */
  public static boolean measure(
      Say say,
      Path folder,
      List<String> settings,
      Function<Server, Target> target,
      long spans,
      List<Figure> figures)
      throws InterruptedException {
    RequestPool pool = RequestPool.spans(6, Clocking.steps(Instant.now(), 1_000_000));
    Path data = folder.resolve("data");
    Server first = Server.start(data, List.of(), settings);
    Sent sent;
    long journal;
    try {
      sent = Load.full(pool, target.apply(first), 0, spans / pool.items(0)).start().join();
    } finally {
      first.kill();
      journal = first.journalBytes();
    }
    double plain = first.readySeconds();
    double plainCpu = first.readyCpuSeconds();
    try (Server second = Server.start(data, List.of(), settings)) {
      double replay = Math.max(0, second.readySeconds() - plain);
      double replayCpu = Math.max(0, second.readyCpuSeconds() - plainCpu);
      say.step(
          "replayed %,d spans, %.1f MB received, %.1f MB of journal, in %.2f s, %.2f CPU s",
          "%,d 스팬, 수신 %.1fMB, 저널 %.1fMB를 %.2f초, CPU %.2f초에 재생",
          sent.items(),
          sent.bytes() / 1e6,
          journal / 1e6,
          replay,
          replayCpu);
      double received = sent.bytes() / GB;
      figures.add(
          Figure.bounded(
              "seconds of replay per GB received", "수신 GB당 재생 초", replay / received, 10));
      figures.add(Figure.beside("the same in CPU seconds", "같은 것, CPU 초", replayCpu / received));
      figures.add(
          Figure.beside(
              "seconds of replay per GB of compressed journal",
              "압축된 저널 GB당 재생 초",
              replay / (journal / GB)));
      second.api().sealAll();
      long stored = second.api().stored(Signal.SPANS).path("sealed_rows").asLong();
      if (stored != sent.items()) {
        say.step(
            "WRONG: %,d acknowledged, %,d after the replay",
            "오류: 승인 %,d, 재생 후 %,d", sent.items(), stored);
      }
      return stored == sent.items();
    }
  }
}
