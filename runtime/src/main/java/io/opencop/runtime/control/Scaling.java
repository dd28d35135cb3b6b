package io.opencop.runtime.control;

import io.opencop.model.app.App;
import io.opencop.model.app.Instance;
import io.opencop.model.app.Scale;
import io.opencop.runtime.scale.Decision;
import io.opencop.runtime.scale.History;
import io.opencop.runtime.scale.Measurements;
import io.opencop.runtime.scale.Reading;
import io.opencop.runtime.scale.Scaler;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Asks each app's scaler in turn. Belongs to the apps' loop. */
final class Scaling {
  private final Measurements measurements;
  private final Duration every;
  private final Map<String, Own> apps = new HashMap<>();

  /** One app's past. A manifest with other rules begins anew, but what was done stays known. */
  private static final class Own {
    final History history = new History();
    Scale scale;
    Scaler scaler;
    Instant due = Instant.MIN;
    Decision last;
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
    if (now.isBefore(own.due)) {
      return Optional.empty();
    }
    own.due = now.plus(every);
    if (!app.scale().equals(own.scale)) {
      own.scale = app.scale();
      own.scaler = new Scaler(app.scale(), own.history);
    }
    List<Reading> readings =
        app.scale().targets().stream().map(t -> measurements.read(app, t, running)).toList();
    own.last = own.scaler.decide(now, state.wanted(), readings);
    own.history.changed(now, own.last.replicas() - own.last.current());
    return Optional.of(own.last);
  }

  Decision last(String app) {
    Own own = apps.get(app);
    return own == null ? null : own.last;
  }

  void forget(String app) {
    apps.remove(app);
  }
}
