package io.opencop.telemetry.assemble;

import io.opencop.telemetry.query.TraceSummary;
import io.opencop.telemetry.query.TraceSummary.Match;
import io.opencop.telemetry.query.TraceSummary.ServiceSpans;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** A trace in one line. */
public final class TraceSummaries {
  /**
   * What a summary needs of a span. Times are nanoseconds.
   *
   * @param parentSpanId null where it has none
   * @param status unset, ok or error
   */
  public record Part(
      String spanId,
      String parentSpanId,
      String service,
      String name,
      long start,
      long duration,
      String status) {}

  private static final Comparator<Part> BY_START =
      Comparator.comparingLong(Part::start).thenComparing(Part::spanId);

  private TraceSummaries() {}

  /**
   * @param parts all spans of the trace in any order, not empty
   */
  public static TraceSummary of(String traceId, List<Part> parts, Match matched) {
    Part root = root(parts);
    long start = parts.stream().mapToLong(Part::start).min().orElseThrow();
    long end = parts.stream().mapToLong(p -> p.start() + p.duration()).max().orElseThrow();
    return new TraceSummary(
        traceId,
        Nanos.instant(start),
        Nanos.toMs(end - start),
        root.service(),
        root.name(),
        root.status(),
        matched,
        parts.size(),
        (int) parts.stream().filter(TraceSummaries::failed).count(),
        services(parts));
  }

  /**
   * The earliest span without parent; else the earliest whose parent is not here (its sender has
   * not reported yet, or never will); else, all being in a circle, the earliest.
   */
  public static Part root(List<Part> parts) {
    Set<String> ids = new HashSet<>();
    parts.forEach(p -> ids.add(p.spanId()));
    return parts.stream()
        .filter(p -> p.parentSpanId() == null)
        .min(BY_START)
        .or(() -> parts.stream().filter(p -> !ids.contains(p.parentSpanId())).min(BY_START))
        .or(() -> parts.stream().min(BY_START))
        .orElseThrow();
  }

  /** Most spans first, then by name. */
  private static List<ServiceSpans> services(List<Part> parts) {
    Map<String, int[]> counts = new TreeMap<>();
    for (Part p : parts) {
      int[] c = counts.computeIfAbsent(p.service(), s -> new int[2]);
      c[0]++;
      c[1] += failed(p) ? 1 : 0;
    }
    return counts.entrySet().stream()
        .map(e -> new ServiceSpans(e.getKey(), e.getValue()[0], e.getValue()[1]))
        .sorted(
            Comparator.comparingInt(ServiceSpans::spans)
                .reversed()
                .thenComparing(ServiceSpans::service))
        .toList();
  }

  private static boolean failed(Part p) {
    return p.status().equals("error");
  }
}
