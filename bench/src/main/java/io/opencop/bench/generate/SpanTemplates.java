package io.opencop.bench.generate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Requests of whole traces of eight or nine spans across services, grouped by resource, as a
 * collector in front of twenty services would send them.
 */
final class SpanTemplates {
  private static final int FRONTS = 3;
  private static final int MS = 1_000_000;

  private final Random random;
  private final boolean numbered;
  private Map<Resource, List<Wire>> byResource;
  private int[] spans;
  private SpanWriter writer;

  private SpanTemplates(long seed, boolean numbered) {
    this.random = new Random(seed);
    this.numbered = numbered;
  }

  /** Templates of about {@code spans} spans each. */
  static List<Template> make(int count, int spans, boolean numbered) {
    SpanTemplates maker = new SpanTemplates(17, numbered);
    List<Template> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      all.add(maker.request(spans));
    }
    return all;
  }

  private Template request(int atLeast) {
    byResource = new LinkedHashMap<>();
    spans = new int[1];
    writer = new SpanWriter(random, spans, numbered);
    for (int trace = 0; spans[0] < atLeast; trace++) {
      trace(trace);
    }
    Wire request = new Wire();
    byResource.forEach((resource, members) -> {
      Wire scoped =
          new Wire()
              .message(
                  1, new Wire().text(1, "io.opentelemetry.tomcat-10.0").text(2, "2.33.1-alpha"));
      members.forEach(span -> scoped.message(2, span));
      request.message(1, new Wire().message(1, resource.wire()).message(2, scoped));
    });
    return Template.of(request, spans[0], 0);
  }

  /**
   * Front service, a first and a second service behind it, and by turns a cache look-up, a payment
   * outside, or a message with its consumer.
   */
  private void trace(int trace) {
    Resource front = any(random.nextInt(FRONTS));
    Resource first = any(FRONTS + random.nextInt(8));
    Resource second = any(11 + random.nextInt(6));
    boolean error = random.nextInt(100) == 0;
    int total = (20 + random.nextInt(80)) * MS;
    int root = server(trace, -1, front, 0, total, error);
    internal(trace, root, front, MS / 4, MS);
    int firstCall = call(trace, root, front, first, 2 * MS, total - 4 * MS, error);
    database(trace, firstCall, first, 3 * MS, 2 * MS);
    if (random.nextInt(3) == 0) {
      message(trace, firstCall, first);
      database(trace, firstCall, first, 7 * MS, 3 * MS);
    } else {
      int secondCall = call(trace, firstCall, first, second, 6 * MS, total / 2, error);
      database(trace, secondCall, second, 7 * MS, total / 4);
    }
  }

  private int server(int trace, int parent, Resource at, int begin, int nanos, boolean error) {
    String route = writer.route();
    String method = random.nextInt(4) == 0 ? "POST" : "GET";
    int index = spans[0];
    Wire span =
        writer.head(trace, parent, method + " " + route, SpanWriter.SERVER, begin, nanos, error);
    writer.server(span, trace, at, method, route, error);
    keep(at, span);
    return index;
  }

  /** A CLIENT span and the SERVER span it causes, whose index is returned. */
  private int call(
      int trace, int parent, Resource from, Resource to, int begin, int nanos, boolean error) {
    int client = spans[0];
    Wire span = writer.head(trace, parent, "GET", SpanWriter.CLIENT, begin, nanos, error);
    writer.client(span, trace, to.name() + ".shop.svc", "GET", writer.route(), error);
    keep(from, span);
    return server(trace, client, to, begin + MS / 2, nanos - MS, error);
  }

  private void database(int trace, int parent, Resource at, int begin, int nanos) {
    Wire span = writer.head(trace, parent, "SELECT shop", SpanWriter.CLIENT, begin, nanos, false);
    writer.database(span, trace, at);
    keep(at, span);
  }

  private void internal(int trace, int parent, Resource at, int begin, int nanos) {
    Wire span =
        writer.head(trace, parent, "Handler.compute", SpanWriter.INTERNAL, begin, nanos, false);
    writer.internal(span, trace, at);
    keep(at, span);
  }

  private void message(int trace, int parent, Resource at) {
    int send = spans[0];
    Wire span =
        writer.head(trace, parent, "send order.events", SpanWriter.PRODUCER, 8 * MS, MS, false);
    writer.message(span, trace, true);
    keep(at, span);
    Wire process =
        writer.head(
            trace, send, "process order.events", SpanWriter.CONSUMER, 12 * MS, 5 * MS, false);
    writer.message(process, trace, false);
    keep(any(17 + random.nextInt(3)), process);
  }

  private void keep(Resource at, Wire span) {
    byResource.computeIfAbsent(at, _ -> new ArrayList<>()).add(span);
  }

  private Resource any(int service) {
    return new Resource(service, random.nextInt(Shape.INSTANCES));
  }
}
