package io.opencop.bench.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import io.opencop.bench.drive.Load;
import io.opencop.bench.drive.Sent;
import io.opencop.bench.drive.Target;
import io.opencop.bench.generate.Clocking;
import io.opencop.bench.generate.RequestPool;
import io.opencop.bench.generate.Shape;
import io.opencop.bench.report.Say;
import io.opencop.bench.target.BenchException;
import io.opencop.bench.target.Server;
import java.time.Duration;
import java.time.Instant;

/** Sends one kind of items after the other, each until it is sealed, and counts after it. */
public final class Phases {
  private static final long MILLISECOND = 1_000_000;

  private final Say say;
  private final Server server;
  private final Target target;
  private final long warmUp;
  private boolean right = true;

  /**
   * @param warmUp items sent and sealed before the counted ones (at most half as many), so that the
   *     server's compiler is done; what they cost is told apart
   */
  public Phases(Say say, Server server, Target target, long warmUp) {
    this.say = say;
    this.server = server;
    this.target = target;
    this.warmUp = warmUp;
  }

  /** Whether every phase so far stored what was acknowledged. */
  public boolean right() {
    return right;
  }

  public Phase traces(long items) throws InterruptedException {
    // 500 spans each 5 ms of data time: 100,000 spans a second.
    return run(
        "spans", "스팬", RequestPool.spans(1, Clocking.steps(ago(10), 5 * MILLISECOND)), items);
  }

  public Phase shortLogs(long items) throws InterruptedException {
    return run(
        "short log lines",
        "짧은 로그",
        RequestPool.shortLogs(2, Clocking.steps(ago(10), 10 * MILLISECOND)),
        items);
  }

  public Phase shopLogs(long items) throws InterruptedException {
    return run(
        "log lines of the demo shop",
        "데모 상점 로그",
        RequestPool.shopLogs(7, Clocking.steps(ago(10), 10 * MILLISECOND)),
        items);
  }

  public Phase kilobyteLogs(long items) throws InterruptedException {
    return run(
        "1 KB log records",
        "1KB 로그",
        RequestPool.kilobyteLogs(3, Clocking.steps(ago(10), 10 * MILLISECOND)),
        items);
  }

  public Phase gauges(long items) throws InterruptedException {
    return run(
        "metric points",
        "메트릭 포인트",
        RequestPool.gauges(
            4, Clocking.rounds(ago(180), Shape.METRIC_INTERVAL_NANOS, Shape.SERVICES)),
        items);
  }

  private static Instant ago(int minutes) {
    return Instant.now().minus(Duration.ofMinutes(minutes));
  }

  private Phase run(String en, String ko, RequestPool pool, long items)
      throws InterruptedException {
    long perRound = 0;
    for (int i = 0; i < pool.round(); i++) {
      perRound += pool.items(i);
    }
    long warm = requests(pool, perRound, Math.min(warmUp, items / 2));
    double cold = warm == 0 ? Double.NaN : part(pool, 0, warm, Double.NaN).perCpuSecond();
    long count = requests(pool, perRound, items);
    say.step("sending %,d %s", "%,d %s 보내는 중", count * perRound / pool.round(), say.text(en, ko));
    Phase phase = part(pool, warm, count, cold);
    say.step(
        "  %,.0f per CPU-second, %.1f CPU s, %.1f s, %.2f bytes each stored",
        "  CPU 초당 %,.0f, CPU %.1f초, %.1f초, 저장 개당 %.2f바이트",
        phase.perCpuSecond(),
        phase.cpuSeconds(),
        phase.wallSeconds(),
        phase.storedBytesPerItem());
    return phase;
  }

  private static long requests(RequestPool pool, long perRound, long items) {
    return items * pool.round() / perRound;
  }

  private Phase part(RequestPool pool, long first, long count, double cold)
      throws InterruptedException {
    JsonNode before = server.api().stored(pool.signal());
    double cpu = server.cpuSeconds();
    long start = System.nanoTime();
    Sent sent = Load.full(pool, target, first, count).start().join();
    if (!sent.failures().isEmpty() || sent.refused() > 0) {
      throw new BenchException(
          "sending " + pool.signal() + ": " + sent.refused() + " refused, " + sent.failures());
    }
    server.api().sealAll();
    double cpuUsed = server.cpuSeconds() - cpu;
    double wall = (System.nanoTime() - start) / 1e9;
    JsonNode after = server.api().stored(pool.signal());
    long stored = after.path("sealed_rows").asLong() - before.path("sealed_rows").asLong();
    if (stored != sent.items()) {
      right = false;
      say.step("WRONG: %,d acknowledged, %,d stored", "오류: 승인 %,d, 저장 %,d", sent.items(), stored);
    }
    return new Phase(
        sent.items(),
        sent.bytes(),
        sent.bodyBytes(),
        cpuUsed,
        wall,
        after.path("bytes").asLong() - before.path("bytes").asLong(),
        cold);
  }
}
