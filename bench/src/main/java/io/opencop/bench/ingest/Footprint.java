package io.opencop.bench.ingest;

import io.opencop.bench.drive.Load;
import io.opencop.bench.drive.Sent;
import io.opencop.bench.drive.Target;
import io.opencop.bench.generate.Clocking;
import io.opencop.bench.generate.RequestPool;
import io.opencop.bench.report.Figure;
import io.opencop.bench.report.Say;
import io.opencop.bench.target.Server;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Time to start, memory at rest, memory under steady load. */
public final class Footprint {
  /** What the platform may need at 50,000 spans a second: heap, code, query engine, buffers. */
  public static final double BOUND_MB = 1536;

  private static final int SETTLE_MS = 5_000;
  private static final int SAMPLE_MS = 200;

  private Footprint() {}

  /** Starts on empty folders, by {@code ./cop up} where there is one; medians of several. */
  public static void starts(
      Say say, Path folder, List<String> settings, int times, List<Figure> figures)
      throws InterruptedException {
    double[] ready = new double[times];
    double[] idle = new double[times];
    for (int i = 0; i < times; i++) {
      Path own = folder.resolve("start-" + i);
      try (Server server = Server.startByScript(own.resolve("data"), settings)) {
        ready[i] = server.readySeconds();
        Thread.sleep(SETTLE_MS);
        idle[i] = server.rssMb();
      }
    }
    Arrays.sort(ready);
    Arrays.sort(idle);
    say.step(
        "ready in %.2f s, %.0f MB at rest",
        "%.2f초 만에 준비, 대기 중 %.0fMB", ready[times / 2], idle[times / 2]);
    figures.add(
        Figure.atMost(
            "ready_s", ready[times / 2], 3, "seconds from start to ready", "시작에서 준비까지 초"));
    figures.add(
        Figure.atMost(
            "rss_idle_mb", idle[times / 2], 350, "resident memory at rest, MB", "대기 중 메모리 MB"));
  }

  /** Sends at a steady rate and looks at the resident set all the time. */
  public static void steady(
      Say say, Server server, Target target, int rate, int seconds, List<Figure> figures)
      throws InterruptedException {
    say.step("%,d spans a second for %d s", "초당 %,d 스팬을 %d초 동안", rate, seconds);
    RequestPool pool = RequestPool.spans(5, Clocking.now());
    Load load = Load.paced(pool, target, 0, (long) rate * seconds / pool.items(0), rate).start();
    double most = 0;
    double lag = 0;
    double cpu = server.cpuSeconds();
    long end = System.nanoTime() + seconds * 1_000_000_000L;
    while (System.nanoTime() < end) {
      Thread.sleep(SAMPLE_MS);
      most = Math.max(most, server.rssMb());
      lag = Math.max(lag, server.api().health().path("pipeline").path("lag_ms").asDouble());
    }
    load.stop();
    Sent sent = load.join();
    double cpuUsed = server.cpuSeconds() - cpu;
    figures.add(
        Figure.beside(
            "spans a second, steady load", "지속 부하의 초당 스팬", sent.items() / sent.seconds()));
    figures.add(
        Figure.beside("server CPU cores at that load", "그때 서버 CPU 코어", cpuUsed / sent.seconds()));
    figures.add(Figure.beside("longest time until queryable, ms", "조회 가능까지 최대 ms", lag));
    figures.add(
        Figure.bounded("most resident memory at that load, MB", "그때 최대 메모리 MB", most, BOUND_MB));
  }
}
