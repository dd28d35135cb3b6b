package io.opencop.server.self;

import io.opencop.server.proto.ProtoWriter;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Spans of our own API, sampled: at most so many an interval, whatever the traffic; those that
 * failed come first. They are ours alone, so a trace has one span.
 */
final class RequestSpans {
  private static final int MOST = 50;
  private static final int SERVER = 2;
  private static final int ERROR = 2;

  private record Request(String method, String route, int status, long startNanos, long nanos) {}

  private final List<Request> kept = new ArrayList<>();
  private long seen;

  synchronized void answered(String method, String route, int status, long start, long end) {
    Request request =
        new Request(
            method, route, status, Metrics.nanos(Instant.now()) - (end - start), end - start);
    seen++;
    if (kept.size() < MOST) {
      kept.add(request);
      return;
    }
    // A reservoir: each has the same chance to be kept. A failure pushes out somebody for sure.
    long at = ThreadLocalRandom.current().nextLong(status >= 500 ? MOST : seen);
    if (at < MOST) {
      kept.set((int) at, request);
    }
  }

  /** What was kept since the last call. */
  synchronized List<ProtoWriter> drain() {
    List<ProtoWriter> spans = kept.stream().map(RequestSpans::span).toList();
    kept.clear();
    seen = 0;
    return spans;
  }

  private static ProtoWriter span(Request request) {
    ProtoWriter span =
        new ProtoWriter()
            .message(1, random(16))
            .message(2, random(8))
            .text(5, request.method() + " " + request.route())
            .number(6, SERVER)
            .fixed64(7, request.startNanos())
            .fixed64(8, request.startNanos() + request.nanos());
    Attribute.of(
            Map.of(
                "http.request.method", request.method(),
                "http.route", request.route(),
                "http.response.status_code", request.status(),
                "url.scheme", "http"))
        .forEach(a -> span.message(9, a.proto()));
    if (request.status() >= 500) {
      span.message(15, new ProtoWriter().number(3, ERROR));
    }
    return span;
  }

  /** Never all zero, which OTLP takes for "no id". */
  private static byte[] random(int count) {
    ByteBuffer bytes = ByteBuffer.allocate(count);
    while (bytes.hasRemaining()) {
      bytes.putLong(ThreadLocalRandom.current().nextLong() | 1);
    }
    return bytes.array();
  }
}
