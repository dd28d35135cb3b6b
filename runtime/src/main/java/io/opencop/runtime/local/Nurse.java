package io.opencop.runtime.local;

import io.opencop.model.app.Instance.State;
import io.opencop.model.app.Probe;
import io.opencop.model.app.RestartReason;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** Looks how instances are, and says which must be replaced. Belongs to the loop's thread. */
final class Nurse {
  private static final Duration MEASURE = Duration.ofSeconds(1);

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();
  private final InstanceFolders folders;
  private final Cgroups cgroups;
  private final Executor workers;
  private final Consumer<Runnable> inbox;

  Nurse(InstanceFolders folders, Cgroups cgroups, Executor workers, Consumer<Runnable> inbox) {
    this.folders = folders;
    this.cgroups = cgroups;
    this.workers = workers;
    this.inbox = inbox;
  }

  /**
   * Asks what is due and measures.
   *
   * @return why it must be replaced
   */
  Optional<RestartReason> look(
      LocalInstance instance, Instant now, Consumer<LocalInstance> changed) {
    if (instance.health == null) {
      instance.health =
          new InstanceHealth(
              instance.release.app().health(),
              client,
              instance.endpoint(),
              folders.output(instance.record.name()));
    }
    ask(instance, instance.health.readiness, now, yes -> ready(instance, yes, changed));
    if (instance.wasReady && instance.health.liveness != null) {
      ask(
          instance,
          instance.health.liveness,
          now,
          yes -> instance.liveness = instance.liveness.and(yes));
    }
    measure(instance, now);
    return reason(instance, now);
  }

  private Optional<RestartReason> reason(LocalInstance instance, Instant now) {
    InstanceHealth health = instance.health;
    if (health.liveness != null && instance.liveness.failed(health.liveness.probe)) {
      return Optional.of(RestartReason.LIVENESS_FAILED);
    }
    if (!instance.wasReady
        && Duration.between(instance.begun, now).compareTo(health.wanted.startup()) > 0) {
      return Optional.of(RestartReason.STARTUP_TOO_SLOW);
    }
    if (!cgroups.limitsMemory() && instance.memoryBytes > instance.record.memoryBytes()) {
      return Optional.of(RestartReason.OUT_OF_MEMORY);
    }
    return Optional.empty();
  }

  private void ready(LocalInstance instance, boolean said, Consumer<LocalInstance> changed) {
    // Somebody else may have taken the port between our look and the instance's listening; its
    // answers must not be taken for the instance's. What it printed is its own, and one that is
    // known by a line need not listen at all.
    boolean yes =
        said
            && (instance.wasReady
                || instance.health.readiness.probe.check() instanceof Probe.Check.LogLine
                || Listening.by(instance.record.pid(), instance.record.port()));
    instance.readiness = instance.readiness.and(yes);
    State before = instance.state;
    if (instance.counts()) {
      if (instance.readiness.passed(instance.health.readiness.probe)) {
        if (!instance.wasReady) {
          folders.markReady(instance.record.name());
        }
        instance.state = State.READY;
        instance.wasReady = true;
      } else if (instance.wasReady && instance.readiness.failed(instance.health.readiness.probe)) {
        instance.state = State.NOT_READY;
      }
    }
    if (instance.state != before) {
      instance.since = Instant.now();
      changed.accept(instance);
    }
  }

  private void ask(
      LocalInstance instance, InstanceHealth.Turn turn, Instant now, Consumer<Boolean> answer) {
    if (turn.asking || now.isBefore(turn.due)) {
      return;
    }
    turn.asking = true;
    turn.due = now.plus(InstanceHealth.pause(turn.probe, instance.wasReady));
    workers.execute(() -> {
      boolean yes = false;
      try {
        yes = turn.prober.ask(turn.probe.timeout());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      } finally {
        boolean said = yes;
        inbox.accept(() -> {
          turn.asking = false;
          answer.accept(said);
        });
      }
    });
  }

  private static void measure(LocalInstance instance, Instant now) {
    if (instance.measured != null
        && Duration.between(instance.measured, now).compareTo(MEASURE) < 0) {
      return;
    }
    long memory = 0;
    long cpu = 0;
    for (ProcFs.Stat stat : ProcFs.group(instance.record.pid())) {
      memory += stat.rssBytes();
      cpu += stat.cpuMillis();
    }
    if (instance.measured != null) {
      double elapsed = Math.max(1, Duration.between(instance.measured, now).toMillis());
      instance.cpu = Math.max(0, cpu - instance.cpuMillis) / elapsed;
    }
    instance.memoryBytes = memory;
    instance.cpuMillis = cpu;
    instance.measured = now;
  }
}
