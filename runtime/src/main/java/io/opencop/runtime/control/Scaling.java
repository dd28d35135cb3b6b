package io.opencop.runtime.control;

import io.opencop.model.app.App;
import io.opencop.model.app.Instance;
import io.opencop.model.app.Scale;
import io.opencop.runtime.scale.Bounds;
import io.opencop.runtime.scale.Decision;
import io.opencop.runtime.scale.History;
import io.opencop.runtime.scale.Measurements;
import io.opencop.runtime.scale.Reading;
import io.opencop.runtime.scale.Scaler;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Asks each app's scaler in turn. Whoever calls holds what is wanted. */
final class Scaling {
  private static final int TOLD = 20;

  private final Measurements measurements;
  private final Duration every;
  private final Map<String, Own> apps = new HashMap<>();

  /** One app's past. A manifest with other rules begins anew, but what was done stays known. */
  private static final class Own {
    final History history = new History();
    Scale scale;
    Scaler scaler;
    long due = Long.MIN_VALUE;
    Decision last;
    final Deque<Decision> told = new ArrayDeque<>();

    void decided(Decision now) {
      boolean news = now.replicas() != now.current() || last == null || now.limit() != last.limit();
      last = now;
      if (news) {
        told.addFirst(now);
      }
      if (told.size() > TOLD) {
        told.removeLast();
      }
    }
  }

  Scaling(Measurements measurements, Duration every) {
    this.measurements = measurements;
    this.every = every;
  }

  /** What is decided where a decision is due; empty for an app without targets. */
  Optional<Decision> decide(AppState state, List<Instance> running, Instant now) {
    App app = state.app();
    if (app.scale().targets().isEmpty()) {
      apps.remove(app.name());
      return Optional.empty();
    }
    Own own = apps.computeIfAbsent(app.name(), _ -> new Own());
    long nanos = System.nanoTime();
    if (own.due != Long.MIN_VALUE && nanos - own.due < 0) {
      return Optional.empty();
    }
    own.due = nanos + every.toNanos();
    Bounds bounds = Bounds.at(app.scale(), now);
    Scale scale = app.scale().within(bounds.min(), bounds.max());
    if (!scale.equals(own.scale)) {
      own.scale = scale;
      own.scaler = new Scaler(scale, own.history);
    }
    List<Reading> readings =
        app.scale().targets().stream().map(t -> measurements.read(app, t, running)).toList();
    own.decided(own.scaler.decide(now, state.wanted(), readings, bounds));
    own.history.changed(now, own.last.replicas() - own.last.current());
    return Optional.of(own.last);
  }

  ScalingStatus status(AppState state) {
    Own own = apps.get(state.app().name());
    return own == null
        ? new ScalingStatus(state.bounds(), null, List.of())
        : new ScalingStatus(state.bounds(), own.last, own.told.stream().toList());
  }

  void forget(String app) {
    apps.remove(app);
  }
}
