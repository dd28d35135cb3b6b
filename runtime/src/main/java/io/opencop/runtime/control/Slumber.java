package io.opencop.runtime.control;

import io.opencop.runtime.control.traffic.Sample.AppFigures;
import io.opencop.runtime.control.traffic.Traffic;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Puts apps to sleep that nobody uses, and wakes them by a request the gateway holds. Belongs to
 * the apps' loop.
 */
final class Slumber {
  private static final Duration LEAST = Duration.ofSeconds(1);

  private final Traffic traffic;
  private final Map<String, Long> awake = new HashMap<>();

  Slumber(Traffic traffic) {
    this.traffic = traffic;
  }

  /** How many of an app that may sleep shall run; empty where nothing changes. */
  Optional<Integer> look(AppState state) {
    String app = state.app().name();
    long now = System.nanoTime();
    if (state.wanted() == 0) {
      awake.put(app, now);
      return held(app) > 0 ? Optional.of(1) : Optional.empty();
    }
    long up = now - awake.computeIfAbsent(app, _ -> now);
    Duration after = after(state);
    // Of an app nobody could wake, no gateway being there, nobody knows how quiet it is either.
    boolean quiet =
        up >= after.toNanos()
            && traffic.last().isPresent()
            && traffic.flow().quiet(app).filter(q -> q.compareTo(after) >= 0).isPresent();
    return quiet ? Optional.of(0) : Optional.empty();
  }

  /** How long nobody must have used it: the window that keeps it from shrinking too early. */
  static Duration after(AppState state) {
    Duration window = state.app().scale().down().window();
    return window.compareTo(LEAST) < 0 ? LEAST : window;
  }

  private int held(String app) {
    return traffic.last().flatMap(s -> s.app(app)).map(AppFigures::held).orElse(0);
  }

  /** It is busy with a rollout, or gone: its time begins anew. */
  void forget(String app) {
    awake.remove(app);
  }
}
