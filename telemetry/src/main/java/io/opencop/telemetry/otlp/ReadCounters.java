package io.opencop.telemetry.otlp;

import java.util.EnumMap;
import java.util.Map;

/**
 * What a reader did not pass on as it came. Not thread-safe; belongs to one reader and only grows,
 * so the health page shows sums over readers.
 */
public final class ReadCounters {
  private long items;
  private long attributesDropped;
  private long textsCut;
  private long textsRepaired;
  private long eventsDropped;
  private long linksDropped;
  private long exemplarsDropped;
  private final Map<RejectReason, Long> rejected = new EnumMap<>(RejectReason.class);

  /** Spans, records or points handed on. */
  public long items() {
    return items;
  }

  /** Attributes over the limits of count, key length or structured size. */
  public long attributesDropped() {
    return attributesDropped;
  }

  /** Texts and bytes values cut to their limit. */
  public long textsCut() {
    return textsCut;
  }

  /** Texts that were not UTF-8; each bad byte sequence became U+FFFD. */
  public long textsRepaired() {
    return textsRepaired;
  }

  /** Span events over the limit. */
  public long eventsDropped() {
    return eventsDropped;
  }

  /** Span links over the limit, or without valid ids. */
  public long linksDropped() {
    return linksDropped;
  }

  /** Exemplars over the limit. */
  public long exemplarsDropped() {
    return exemplarsDropped;
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
    attributesDropped++;
  }

  void textCut() {
    textsCut++;
  }

  void textRepaired() {
    textsRepaired++;
  }

  void eventDropped() {
    eventsDropped++;
  }

  void linkDropped() {
    linksDropped++;
  }

  void exemplarDropped() {
    exemplarsDropped++;
  }

  void reject(RejectReason reason) {
    rejected.merge(reason, 1L, Long::sum);
  }
}
