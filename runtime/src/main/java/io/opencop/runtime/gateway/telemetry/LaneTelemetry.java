package io.opencop.runtime.gateway.telemetry;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

/**
 * What one event loop has seen. Figures are of all requests. Spans are of those in a sampled trace,
 * of which so many begin here as there is room for; one that finds no room is counted as lost.
 */
public final class LaneTelemetry {
  private static final int MOST_SPANS = 2048;
  private static final int MOST_SERIES = 2000;

  /** Traces that may begin in a second, on each loop. */
  private static final int STARTS = 100;

  private static final HexFormat HEX = HexFormat.of();

  private final double ratio;
  private final RandomGenerator random;
  private final Map<Series, Durations> durations = new HashMap<>();
  private List<Ended> spans = new ArrayList<>();
  private long lost;
  private long second;
  private int started;

  /** A span with what became of it. */
  record Ended(
      Span span, Series series, String target, String endpoint, long endNanos, long nanos) {}

  LaneTelemetry(double ratio, RandomGenerator random) {
    this.ratio = ratio;
    this.random = random;
  }

  /** A request without a trace of its own; null where none shall begin. */
  public Span start(long now) {
    long at = now / TimeUnit.SECONDS.toNanos(1);
    if (at != second) {
      second = at;
      started = 0;
    }
    if (started >= STARTS || random.nextDouble() >= ratio) {
      return null;
    }
    started++;
    return new Span(HEX.toHexDigits(random.nextLong()) + id(), id(), "");
  }

  /** A request that belongs to a trace that is recorded. */
  public Span join(String trace, String parent) {
    return new Span(trace, id(), parent);
  }

  private String id() {
    return HEX.toHexDigits(random.nextLong() | 1); // never all zero
  }

  /**
   * A request has ended.
   *
   * @param route path of the route that took it
   * @param status as the client got it; 499 where it left before
   * @param endpoint who answered; empty where nobody did
   * @param span null where it is not recorded
   */
  public synchronized void ended(
      String app,
      String route,
      String method,
      int status,
      String target,
      String endpoint,
      long nanos,
      Span span) {
    Series series = Series.of(app, route, method, status);
    Durations known = durations.get(series);
    if (known == null) {
      Series counted = durations.size() < MOST_SERIES ? series : series.overflow();
      known = durations.computeIfAbsent(counted, _ -> new Durations());
    }
    known.add(nanos);
    if (span == null) {
      return;
    }
    if (spans.size() >= MOST_SPANS) {
      lost++;
    } else {
      long now = TimeUnit.MILLISECONDS.toNanos(System.currentTimeMillis());
      spans.add(new Ended(span, series, target, endpoint, now, nanos));
    }
  }

  /** Adds what there was since the start. */
  synchronized void addTo(Map<Series, Durations> all) {
    durations.forEach((s, d) -> all.computeIfAbsent(s, _ -> new Durations()).add(d));
  }

  /** The spans since the last call. */
  synchronized List<Ended> drain() {
    List<Ended> drained = spans;
    spans = new ArrayList<>();
    return drained;
  }

  synchronized long lost() {
    return lost;
  }
}
