package io.opencop.runtime.local;

import io.opencop.model.app.Endpoint;
import io.opencop.model.app.Health;
import io.opencop.model.app.Probe;
import io.opencop.runtime.health.Prober;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/** The two probes of one instance and when they are due. Belongs to the loop's thread. */
final class InstanceHealth {
  /** Until it is ready for the first time it is asked often: people wait for it. */
  private static final Duration EAGER = Duration.ofMillis(100);

  final Health wanted;
  final Turn readiness;
  final Turn liveness;

  /** One probe: who asks, when next, and whether an answer is still awaited. */
  static final class Turn {
    final Probe probe;
    final Prober prober;
    Instant due = Instant.MIN;
    boolean asking;

    Turn(Probe probe, Prober prober) {
      this.probe = probe;
      this.prober = prober;
    }
  }

  InstanceHealth(Health wanted, HttpClient client, Endpoint endpoint, Path output) {
    this.wanted = wanted;
    this.readiness = turn(wanted.readiness(), client, endpoint, output);
    this.liveness =
        wanted.liveness() == null ? null : turn(wanted.liveness(), client, endpoint, output);
  }

  private static Turn turn(Probe probe, HttpClient client, Endpoint endpoint, Path output) {
    return new Turn(probe, new Prober(client, probe.check(), endpoint, output));
  }

  static Duration pause(Probe probe, boolean wasReady) {
    return wasReady || probe.period().compareTo(EAGER) < 0 ? probe.period() : EAGER;
  }
}
