package io.opencop.bench.query;

import io.opencop.bench.drive.Load;
import io.opencop.bench.drive.Sent;
import io.opencop.bench.drive.Target;
import io.opencop.bench.generate.Clocking;
import io.opencop.bench.generate.RequestPool;
import io.opencop.bench.report.Say;
import io.opencop.bench.target.BenchException;
import io.opencop.bench.target.Server;
import io.opencop.model.Signal;
import java.time.Duration;
import java.time.Instant;

/**
 * Spans spread evenly over the past, sealed.
 *
 * @param pool what they were made of
 * @param requests sent
 * @param begin of their time
 * @param end of their time
 * @param complete whether all that was acknowledged is stored
 */
public record Stock(RequestPool pool, long requests, Instant begin, Instant end, boolean complete) {

  /** Sends {@code spans} spans over {@code range}, the last of them now. */
  public static Stock fill(Say say, Server server, Target target, long spans, Duration range)
      throws InterruptedException {
    Instant end = Instant.now();
    Instant begin = end.minus(range);
    long requests = Math.max(1, spans / RequestPool.spans(0, Clocking.now()).items(0));
    RequestPool pool = RequestPool.spans(7, Clocking.steps(begin, range.toNanos() / requests));
    say.step("storing %,d spans over %s", "%,d 스팬을 %s에 걸쳐 저장하는 중", spans, range);
    // In steps, so that a person sees it move.
    long stored = 0;
    for (long first = 0; first < requests; ) {
      long count = Math.min(Math.max(1, requests / 10), requests - first);
      Sent sent = Load.full(pool, target, first, count).start().join();
      if (!sent.failures().isEmpty() || sent.refused() > 0) {
        throw new BenchException(sent.refused() + " refused, " + sent.failures());
      }
      first += count;
      stored += sent.items();
      say.step("  %,d", "  %,d", stored);
    }
    server.api().sealAll();
    long rows = server.api().stored(Signal.SPANS).path("sealed_rows").asLong();
    if (rows != stored) {
      say.step("WRONG: %,d acknowledged, %,d stored", "오류: 승인 %,d, 저장 %,d", stored, rows);
    }
    return new Stock(pool, requests, begin, end, rows == stored);
  }
}
