package io.opencop.bench.crash;

import com.fasterxml.jackson.databind.JsonNode;
import io.opencop.bench.drive.Load;
import io.opencop.bench.drive.Sent;
import io.opencop.bench.drive.Target;
import io.opencop.bench.generate.Clocking;
import io.opencop.bench.generate.RequestPool;
import io.opencop.bench.target.Api;
import io.opencop.model.Signal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which requests of one signal were acknowledged, and whether the store has exactly their items.
 */
final class Ledger {
  private static final int MOST_REQUESTS = 100_000;

  private final Signal signal;
  private final RequestPool pool;
  private final SortedMap<Long, Integer> acknowledged = new TreeMap<>();
  private final List<Long> unanswered = new ArrayList<>();
  private long next;
  private long roundBegan;

  private Ledger(Signal signal, long seed, Instant now) {
    this.signal = signal;
    // A millisecond apart: all of it lies within the last minutes and the next ones.
    this.pool = RequestPool.numbered(signal, seed, Clocking.steps(now, 1_000_000));
  }

  static List<Ledger> all(long seed, Instant now) {
    return List.of(
        new Ledger(Signal.SPANS, seed, now),
        new Ledger(Signal.LOGS, seed + 1, now),
        new Ledger(Signal.METRICS, seed + 2, now));
  }

  int connections() {
    return signal == Signal.SPANS ? 3 : 1;
  }

  /** Sends new requests until stopped. */
  Load begin(Target target) {
    roundBegan = next;
    return Load.remembered(pool, target, next, MOST_REQUESTS).start();
  }

  void end(Sent sent) {
    sent.acknowledged().forEach(n -> acknowledged.put(n, pool.items(n)));
    unanswered.clear();
    unanswered.addAll(sent.unanswered());
    next =
        1
            + Math.max(
                acknowledged.isEmpty() ? -1 : acknowledged.lastKey(),
                unanswered.stream().mapToLong(n -> n).max().orElse(-1));
  }

  /** The same bytes again: those that had been stored must be recognised. */
  Sent sendAgain(Target target) throws InterruptedException {
    Sent sent = Load.again(pool, target.withConnections(1), unanswered).start().join();
    sent.acknowledged().forEach(n -> acknowledged.put(n, pool.items(n)));
    return sent;
  }

  /** Compares with the store: the requests of the last round, or all there were. */
  Count count(Api api, boolean everything) {
    long from = everything ? 0 : roundBegan;
    Map<Long, long[]> found = found(api, from);
    Count count = Count.NONE;
    for (Map.Entry<Long, Integer> e : acknowledged.tailMap(from).entrySet()) {
      int items = e.getValue();
      long[] rows = found.getOrDefault(e.getKey(), new long[2]);
      count = count.plus(new Count(items, Math.max(0, items - rows[1]), rows[0] - rows[1]));
    }
    // What nobody acknowledged and nobody sent again may not exist; it would be a stray resend.
    for (Map.Entry<Long, long[]> e : found.entrySet()) {
      if (!acknowledged.containsKey(e.getKey())) {
        count = count.plus(new Count(0, 0, e.getValue()[0]));
      }
    }
    return count;
  }

  /** Rows and different items by request. */
  private Map<Long, long[]> found(Api api, long from) {
    Map<Long, long[]> found = new TreeMap<>();
    for (long at = from; at < next; at += MOST_REQUESTS) {
      for (JsonNode row : api.sql(query(at, at + MOST_REQUESTS), MOST_REQUESTS)) {
        found.put(row.get(0).asLong(), new long[] {row.get(1).asLong(), row.get(2).asLong()});
      }
    }
    return found;
  }

  private String query(long from, long to) {
    return switch (signal) {
      case SPANS -> byAttribute("spans", "span_id", from, to);
      // Records of a request differ in their time.
      case LOGS -> byAttribute("logs", "\"time\"", from, to);
      case METRICS ->
          "SELECT CAST(floor(value / 1000) AS BIGINT) AS request, count(*), count(DISTINCT value)"
              + " FROM metric_points WHERE metric = 'bench.serial' AND value >= "
              + from * 1000
              + " AND value < "
              + to * 1000
              + " GROUP BY ALL";
    };
  }

  private static String byAttribute(String view, String item, long from, long to) {
    return ("SELECT CAST(\"bench.request\" AS BIGINT) AS request, count(*), count(DISTINCT %s)"
            + " FROM %s WHERE \"bench.request\" >= '%010d' AND \"bench.request\" < '%010d'"
            + " GROUP BY ALL")
        .formatted(item, view, from, to);
  }
}
