package io.opencop.server.otlp;

import io.opencop.model.Signal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/**
 * What the receiver itself did, before or beside the store: requests and bytes on the wire, and
 * every refusal with its reason. What the store refuses, the store counts.
 */
public final class ReceiverCounters {
  private final Map<Signal, EnumMap<Refusal, LongAdder>> refused = new EnumMap<>(Signal.class);
  private final Map<Signal, LongAdder> requests = new EnumMap<>(Signal.class);
  private final Map<Signal, LongAdder> wireBytes = new EnumMap<>(Signal.class);

  /** Requests that name no signal: unknown paths, and headers nobody can read. */
  private final LongAdder strangers = new LongAdder();

  public ReceiverCounters() {
    for (Signal signal : Signal.values()) {
      EnumMap<Refusal, LongAdder> byReason = new EnumMap<>(Refusal.class);
      for (Refusal refusal : Refusal.values()) {
        byReason.put(refusal, new LongAdder());
      }
      refused.put(signal, byReason);
      requests.put(signal, new LongAdder());
      wireBytes.put(signal, new LongAdder());
    }
  }

  /** One reason and how often. */
  public record Refused(Refusal refusal, long requests) {}

  void arrived(Signal signal) {
    requests.get(signal).increment();
  }

  void bytes(Signal signal, int onTheWire) {
    wireBytes.get(signal).add(onTheWire);
  }

  void refused(Signal signal, Refusal refusal) {
    refused.get(signal).get(refusal).increment();
  }

  void stranger() {
    strangers.increment();
  }

  public long requests(Signal signal) {
    return requests.get(signal).sum();
  }

  public long wireBytes(Signal signal) {
    return wireBytes.get(signal).sum();
  }

  public long strangers() {
    return strangers.sum();
  }

  public long tooLarge() {
    return all(Refusal.TOO_LARGE);
  }

  public long overloaded() {
    return all(Refusal.OVERLOADED);
  }

  private long all(Refusal refusal) {
    return refused.values().stream().mapToLong(byReason -> byReason.get(refusal).sum()).sum();
  }

  /** The reasons that occurred. */
  public List<Refused> refused(Signal signal) {
    List<Refused> all = new ArrayList<>();
    refused
        .get(signal)
        .forEach((refusal, count) -> {
          if (count.sum() > 0) {
            all.add(new Refused(refusal, count.sum()));
          }
        });
    return all;
  }
}
