package io.opencop.bench.generate;

import io.opencop.bench.generate.Clocking.Clock;
import io.opencop.model.Signal;
import java.util.List;

/**
 * An endless, reproducible supply of requests: number n is always the same bytes, and no two
 * numbers are alike. One thread uses one pool; {@link #copy} gives another thread its own.
 */
public final class RequestPool {
  private final Signal signal;
  private final List<Template> templates;
  private final long seed;
  private final Clock clock;

  private RequestPool(Signal signal, List<Template> templates, long seed, Clock clock) {
    this.signal = signal;
    this.templates = templates;
    this.seed = seed;
    this.clock = clock;
  }

  /** About 500 spans a request. */
  public static RequestPool spans(long seed, Clock clock) {
    return new RequestPool(Signal.SPANS, SpanTemplates.make(16, 500, false), seed, clock);
  }

  /** 1000 short lines a request. */
  public static RequestPool shortLogs(long seed, Clock clock) {
    return new RequestPool(
        Signal.LOGS, LogTemplates.shortLines(2 * Shape.SERVICES, 1000, false), seed, clock);
  }

  /** 1000 lines of the demo shop a request. */
  public static RequestPool shopLogs(long seed, Clock clock) {
    return new RequestPool(
        Signal.LOGS, LogTemplates.shop(3 * ShopLines.SERVICES, 1000), seed, clock);
  }

  /** 250 records of about 1 KB a request. */
  public static RequestPool kilobyteLogs(long seed, Clock clock) {
    return new RequestPool(Signal.LOGS, LogTemplates.kilobytes(Shape.SERVICES, 250), seed, clock);
  }

  /** 1000 gauge points a request, 20,000 series. */
  public static RequestPool gauges(long seed, Clock clock) {
    return new RequestPool(Signal.METRICS, MetricTemplates.make(), seed, clock);
  }

  /** Small requests whose items carry the request's number: attribute bench.request, or value. */
  public static RequestPool numbered(Signal signal, long seed, Clock clock) {
    return new RequestPool(
        signal,
        switch (signal) {
          case SPANS -> SpanTemplates.make(8, 60, true);
          case LOGS -> LogTemplates.shortLines(8, 60, true);
          case METRICS -> MetricTemplates.serial(60);
        },
        seed,
        clock);
  }

  public RequestPool copy() {
    return new RequestPool(signal, templates.stream().map(Template::copy).toList(), seed, clock);
  }

  public Signal signal() {
    return signal;
  }

  /** Requests after which every template has been used once. */
  public int round() {
    return templates.size();
  }

  /** Spans, records or points of request {@code number}. */
  public int items(long number) {
    return template(number).items();
  }

  /** Bytes of the log bodies of request {@code number}. */
  public long bodyBytes(long number) {
    return template(number).bodyBytes();
  }

  /** The ExportServiceRequest; the array is overwritten when its template's turn comes again. */
  public byte[] request(long number) {
    return template(number).fill(seed, number, clock.nanos(number));
  }

  private Template template(long number) {
    return templates.get((int) (number % templates.size()));
  }
}
