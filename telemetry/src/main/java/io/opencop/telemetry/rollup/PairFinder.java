package io.opencop.telemetry.rollup;

import java.util.HashMap;
import java.util.Map;

/**
 * Learns which service answers behind a peer name by joining SERVER and CONSUMER spans to the
 * CLIENT and PRODUCER spans that are their parents. Two direct-mapped tables of recent spans:
 * constant cost and memory; a pair that is missed is no loss, since only the weights of an edge's
 * targets come from here and its counts do not.
 */
final class PairFinder {
  private static final int SLOTS = 1 << 15;

  private final long[] clientSpan = new long[SLOTS];
  private final long[] client = new long[SLOTS]; // service << 32 | peer
  private final long[] serverParent = new long[SLOTS];
  private final int[] server = new int[SLOTS];
  private final Map<Long, Map<Integer, long[]>> seen = new HashMap<>();

  /** A call goes out. */
  void client(long spanId, int service, int peer) {
    int at = slot(spanId);
    long who = ((long) service << 32) | peer;
    if (serverParent[at] == spanId) {
      count(who, server[at]);
      serverParent[at] = 0;
    } else {
      clientSpan[at] = spanId;
      client[at] = who;
    }
  }

  /** A call comes in. */
  void server(long parentSpanId, int service) {
    int at = slot(parentSpanId);
    if (clientSpan[at] == parentSpanId) {
      count(client[at], service);
    } else {
      serverParent[at] = parentSpanId;
      server[at] = service;
    }
  }

  /** Calls back with (client service, peer, server service, times seen). */
  void forEach(Visitor visitor) {
    seen.forEach((who, targets) ->
        targets.forEach(
            (target, n) -> visitor.pair((int) (who >>> 32), who.intValue(), target, n[0])));
  }

  /** Sees one pairing. */
  @FunctionalInterface
  interface Visitor {
    void pair(int client, int peer, int server, long times);
  }

  private void count(long who, int target) {
    seen.computeIfAbsent(who, w -> new HashMap<>()).computeIfAbsent(target, t -> new long[1])[0]++;
  }

  private static int slot(long spanId) {
    long h = spanId * 0x9E3779B97F4A7C15L;
    return (int) (h >>> 49) & (SLOTS - 1);
  }
}
