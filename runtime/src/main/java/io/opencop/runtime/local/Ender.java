package io.opencop.runtime.local;

import io.opencop.model.app.Endpoint;
import io.opencop.model.app.Instance;
import io.opencop.model.app.Instance.State;
import io.opencop.model.app.RestartReason;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** Ends instances gracefully, and buries those that have ended. Belongs to the loop's thread. */
final class Ender {
  /** How long an ended one is shown, and its output kept for whoever reads it. */
  private static final Duration SHOWN = Duration.ofMinutes(10);

  private final InstanceFolders folders;
  private final Cgroups cgroups;
  private final Predicate<Endpoint> idle;

  Ender(InstanceFolders folders, Cgroups cgroups, Predicate<Endpoint> idle) {
    this.folders = folders;
    this.cgroups = cgroups;
    this.idle = idle;
  }

  boolean alive(LocalInstance instance) {
    if (!ProcFs.there()) {
      return ProcessHandle.of(instance.record.pid()).map(ProcessHandle::isAlive).orElse(false);
    }
    return ProcFs.stat(instance.record.pid())
        .filter(s -> s.alive() && s.startTicks() == instance.record.startTicks())
        .isPresent();
  }

  /** Takes it out of service; the rest happens in {@link #look} as time goes by. */
  void end(LocalInstance instance, RestartReason reason, Instant now) {
    boolean serves = instance.state == State.READY;
    instance.ending = reason;
    instance.state = State.STOPPING;
    instance.since = Instant.now();
    instance.termAt = serves ? now.plusMillis(instance.record.drainMillis()) : now;
  }

  void look(LocalInstance instance, Instant now) {
    if (instance.state != State.STOPPING) {
      return;
    }
    if (instance.killAt == null
        && (!now.isBefore(instance.termAt) || idle.test(instance.endpoint()))) {
      Signals.toGroup(instance.record.pid(), Signals.TERM);
      instance.killAt = now.plusMillis(instance.record.graceMillis());
    } else if (instance.killAt != null && !now.isBefore(instance.killAt)) {
      Signals.toGroup(instance.record.pid(), Signals.KILL);
    }
  }

  /** Its first process is gone: what is left of it goes too. */
  void ended(LocalInstance instance, Instant now) {
    Signals.toGroup(instance.record.pid(), Signals.KILL);
    RestartReason reason = instance.ending;
    if (reason == null) {
      reason =
          cgroups.killedForMemory(instance.record.name())
              ? RestartReason.OUT_OF_MEMORY
              : RestartReason.CRASHED;
    }
    instance.since = Instant.now();
    instance.exit = new Instance.Exit(code(instance), reason, instance.since);
    instance.state = State.ENDED;
    instance.endedAt = now;
    folders.ended(instance.record.name(), instance.exit);
    cgroups.remove(instance.record.name());
  }

  private static int code(LocalInstance instance) {
    try {
      if (instance.process != null && instance.process.waitFor(200, TimeUnit.MILLISECONDS)) {
        return instance.process.exitValue();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return -1;
  }

  /** Forgets those that ended long ago. */
  void sweep(List<LocalInstance> all, Instant now) {
    List<LocalInstance> old =
        all.stream().filter(i -> !i.runs() && i.endedAt.plus(SHOWN).isBefore(now)).toList();
    for (LocalInstance instance : old) {
      cgroups.remove(instance.record.name());
      folders.delete(instance.record.name());
      all.remove(instance);
    }
  }
}
