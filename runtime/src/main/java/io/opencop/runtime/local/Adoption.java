package io.opencop.runtime.local;

import io.opencop.model.app.Instance;
import io.opencop.model.app.Instance.State;
import io.opencop.model.app.RestartReason;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Finds the instances an earlier platform left, alive or not. */
final class Adoption {
  private final InstanceFolders folders;
  private final String bootId = ProcFs.bootId();

  Adoption(InstanceFolders folders) {
    this.folders = folders;
  }

  /**
   * @param now by the steady clock
   * @param unseen gets those that ended while nobody looked
   */
  List<LocalInstance> adopt(Instant now, Consumer<LocalInstance> unseen) throws IOException {
    List<LocalInstance> found = new ArrayList<>();
    for (InstanceRecord record : folders.read()) {
      InstanceRecord known = record.pid() == 0 ? search(record).orElse(record) : record;
      if (known.pid() != record.pid()) {
        folders.write(known);
      }
      LocalInstance instance = new LocalInstance(known, null, now);
      if (!running(known)) {
        instance.state = State.ENDED;
        instance.endedAt = now;
        instance.exit = folders.exit(known.name()).orElse(null);
        if (instance.exit == null) {
          instance.exit = unseen(known);
          folders.ended(known.name(), instance.exit);
          unseen.accept(instance);
        }
      } else if (folders.wasReady(known.name())) {
        // It serves, and goes on serving until a probe says otherwise: nobody may take it out of
        // the routes, or for one that starts too slowly, because we have not asked it yet.
        instance.state = State.READY;
        instance.wasReady = true;
      }
      found.add(instance);
    }
    return found;
  }

  /** Why it ended nobody can tell any more, so nothing is claimed. */
  private Instance.Exit unseen(InstanceRecord record) {
    boolean sameBoot = record.bootId().equals(bootId);
    RestartReason reason = sameBoot ? RestartReason.ENDED_UNSEEN : RestartReason.MACHINE_LOST;
    return new Instance.Exit(-1, reason, Instant.now());
  }

  private boolean running(InstanceRecord record) {
    return record.pid() > 0
        && record.bootId().equals(bootId)
        && ProcFs.stat(record.pid())
            .filter(s -> s.alive() && s.startTicks() == record.startTicks())
            .isPresent();
  }

  /** The platform died between starting it and writing down its pid. */
  private Optional<InstanceRecord> search(InstanceRecord record) {
    return ProcFs.all().stream()
        .filter(s -> s.alive() && s.pid() == s.group())
        .filter(s -> ProcFs.hasVariable(s.pid(), Starter.TOKEN + "=" + record.token()))
        .findFirst()
        .map(s -> record.started(s, bootId));
  }
}
