package io.opencop.runtime.gateway.proxy;

import io.opencop.runtime.gateway.telemetry.LaneTelemetry;
import io.opencop.runtime.gateway.telemetry.Span;
import io.vertx.core.MultiMap;
import java.util.HexFormat;
import java.util.List;
import java.util.random.RandomGenerator;

/** W3C Trace Context, level 1: a sound one goes on untouched, a broken one is dropped (3.2). */
final class TraceContext {
  private static final int LENGTH = 55;
  private static final int TRACE = 3;
  private static final int SPAN = 36;
  private static final int FLAGS = 53;

  private TraceContext() {}

  /** Leaves in these headers only what may be there; starts a trace if asked to. */
  static void settle(MultiMap headers, boolean start, RandomGenerator random) {
    List<String> parents = headers.getAll("traceparent");
    if (parents.size() == 1 && sound(parents.getFirst())) {
      return;
    }
    if (!parents.isEmpty()) {
      headers.remove("traceparent");
      headers.remove("tracestate");
    }
    if (start) {
      HexFormat hex = HexFormat.of();
      headers.set(
          "traceparent",
          "00-"
              + hex.toHexDigits(random.nextLong())
              + hex.toHexDigits(random.nextLong() | 1)
              + "-"
              + hex.toHexDigits(random.nextLong() | 1)
              + "-01");
    }
  }

  /**
   * The same where spans are recorded: a request of a sampled trace, or one that begins a trace
   * here, has a span of its own, which the application's is a child of.
   *
   * @return null where it is not recorded
   */
  static Span record(MultiMap headers, LaneTelemetry telemetry) {
    List<String> parents = headers.getAll("traceparent");
    Span span;
    if (parents.size() == 1 && sound(parents.getFirst())) {
      String parent = parents.getFirst();
      if (!sampled(parent)) {
        return null;
      }
      span = telemetry.join(parent.substring(TRACE, SPAN - 1), parent.substring(SPAN, FLAGS - 1));
    } else {
      headers.remove("traceparent");
      headers.remove("tracestate");
      span = telemetry.start(System.nanoTime());
    }
    if (span != null) {
      headers.set("traceparent", span.traceparent());
    }
    return span;
  }

  private static boolean sampled(String parent) {
    return (Character.digit(parent.charAt(FLAGS + 1), 16) & 1) == 1;
  }

  static boolean sound(String parent) {
    if (parent.length() < LENGTH || parent.startsWith("ff")) {
      return false;
    }
    boolean later = !parent.startsWith("00");
    if (parent.length() > LENGTH && !(later && parent.charAt(LENGTH) == '-')) {
      return false;
    }
    return hex(parent, 0, 2) >= 0
        && parent.charAt(TRACE - 1) == '-'
        && hex(parent, TRACE, SPAN - 1) > 0
        && parent.charAt(SPAN - 1) == '-'
        && hex(parent, SPAN, FLAGS - 1) > 0
        && parent.charAt(FLAGS - 1) == '-'
        && hex(parent, FLAGS, LENGTH) >= 0;
  }

  /** -1 where it is not lower-case hex, 0 where it is all zero, else 1. */
  private static int hex(String text, int from, int to) {
    int found = 0;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (!((c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'))) {
        return -1;
      }
      found |= c == '0' ? 0 : 1;
    }
    return found;
  }
}
