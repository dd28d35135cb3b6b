package io.opencop.runtime.control;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * How long something has gone on, whatever happens to the machine's clock. What went on before this
 * platform was started begins anew.
 */
final class Stopwatch {
  private final Map<String, Running> running = new HashMap<>();

  private record Running(Object what, long since) {}

  /** Since this app was first seen in this. */
  Duration of(String app, Object what) {
    Running known = running.get(app);
    if (known == null || !known.what().equals(what)) {
      known = new Running(what, System.nanoTime());
      running.put(app, known);
    }
    return Duration.ofNanos(System.nanoTime() - known.since());
  }

  void forget(String app) {
    running.remove(app);
  }
}
