package io.opencop.telemetry.otlp;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/**
 * What readers did not pass on as it came. Only grows. One thread counts, whichever readers share
 * it; any thread may look.
 */
public final class ReadCounters {
  private long items;
  private final LongAdder attributesDropped = new LongAdder();
  private final LongAdder textsCut = new LongAdder();
  private final LongAdder textsRepaired = new LongAdder();
  private final LongAdder eventsDropped = new LongAdder();
  private final LongAdder linksDropped = new LongAdder();
  private final LongAdder exemplarsDropped = new LongAdder();
  private final Map<RejectReason, Long> rejected = new EnumMap<>(RejectReason.class);

  /** Spans, records or points handed on. */
  public long items() {
    return items;
  }

  /** Attributes over the limits of count, key length or structured size. */
  public long attributesDropped() {
    return attributesDropped.sum();
  }

  /** Texts and bytes values cut to their limit. */
  public long textsCut() {
    return textsCut.sum();
  }

  /** Texts that were not UTF-8; each bad byte sequence became U+FFFD. */
  public long textsRepaired() {
    return textsRepaired.sum();
  }

  /** Span events over the limit. */
  public long eventsDropped() {
    return eventsDropped.sum();
  }

  /** Span links over the limit, or without valid ids. */
  public long linksDropped() {
    return linksDropped.sum();
  }

  /** Exemplars over the limit. */
  public long exemplarsDropped() {
    return exemplarsDropped.sum();
  }

  /** Items rejected for this reason. */
  public long rejected(RejectReason reason) {
    return rejected.getOrDefault(reason, 0L);
  }

  /** Items rejected for any reason. */
  public long rejected() {
    return rejected.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Items rejected, by reason; reasons that did not occur are left out. */
  public Map<RejectReason, Long> rejectedByReason() {
    return Map.copyOf(rejected);
  }

  void item() {
    items++;
  }

  void attributeDropped() {
    attributesDropped.increment();
  }

  void textCut() {
    textsCut.increment();
  }

  void textRepaired() {
    textsRepaired.increment();
  }

  void eventDropped() {
    eventsDropped.increment();
  }

  void linkDropped() {
    linksDropped.increment();
  }

  void exemplarDropped() {
    exemplarsDropped.increment();
  }

  void reject(RejectReason reason) {
    rejected.merge(reason, 1L, Long::sum);
  }
}
