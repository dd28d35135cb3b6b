package io.opencop.telemetry.store;

import io.opencop.model.Signal;
import io.opencop.telemetry.StoreHealth.Received;
import io.opencop.telemetry.StoreHealth.Refused;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.LongAdder;

/** What was received and refused since start, per signal. */
final class Counters {
  /** The reason of requests with more items than one may hold. */
  static final String TOO_MANY_ITEMS = "TOO_MANY_ITEMS";

  private static final int WINDOW = 10;

  private final Map<Signal, PerSignal> signals = new EnumMap<>(Signal.class);

  Counters() {
    for (Signal s : Signal.values()) {
      signals.put(s, new PerSignal());
    }
  }

  void accepted(Signal signal, int items, long bytes, boolean duplicate) {
    PerSignal s = signals.get(signal);
    s.requests.increment();
    if (duplicate) {
      s.duplicates.increment();
      return;
    }
    s.items.add(items);
    s.bytes.add(bytes);
    s.rate(items);
  }

  /**
   * @param requests 1 where the whole request was refused, 0 where items of it were
   */
  void refused(Signal signal, String reason, long requests, long items) {
    signals.get(signal).refused(reason, requests, items);
  }

  /** Items of requests that held too many. */
  long tooManyItems() {
    return signals.values().stream().mapToLong(s -> s.items(TOO_MANY_ITEMS)).sum();
  }

  List<Received> read() {
    List<Received> out = new ArrayList<>();
    signals.forEach((signal, s) -> out.add(s.read(signal)));
    return out;
  }

  private static final class PerSignal {
    final LongAdder requests = new LongAdder();
    final LongAdder items = new LongAdder();
    final LongAdder bytes = new LongAdder();
    final LongAdder duplicates = new LongAdder();
    private final Map<String, long[]> refused = new TreeMap<>();
    private final long[] perSecond = new long[WINDOW + 1];
    private final long[] second = new long[WINDOW + 1];

    synchronized void refused(String reason, long n, long itemCount) {
      long[] counts = refused.computeIfAbsent(reason, r -> new long[2]);
      counts[0] += n;
      counts[1] += itemCount;
    }

    synchronized long items(String reason) {
      return refused.getOrDefault(reason, new long[2])[1];
    }

    synchronized void rate(int n) {
      long now = System.nanoTime() / 1_000_000_000L;
      int at = (int) Math.floorMod(now, (long) perSecond.length);
      if (second[at] != now) {
        second[at] = now;
        perSecond[at] = 0;
      }
      perSecond[at] += n;
    }

    synchronized Received read(Signal signal) {
      long now = System.nanoTime() / 1_000_000_000L;
      long recent = 0;
      for (int i = 0; i < second.length; i++) {
        if (second[i] < now && second[i] >= now - WINDOW) {
          recent += perSecond[i];
        }
      }
      List<Refused> why = new ArrayList<>();
      refused.forEach((reason, n) -> why.add(new Refused(reason, n[0], n[1])));
      return new Received(
          signal,
          requests.sum(),
          items.sum(),
          bytes.sum(),
          duplicates.sum(),
          (double) recent / WINDOW,
          why);
    }
  }
}
