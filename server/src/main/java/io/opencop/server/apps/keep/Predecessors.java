package io.opencop.server.apps.keep;

import io.opencop.runtime.gateway.GatewaySettings.Patience;
import io.opencop.runtime.gateway.admin.AdminNote;
import io.opencop.runtime.gateway.admin.AdminNotes;
import io.opencop.runtime.local.Companion;
import io.opencop.runtime.local.Companion.Life;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gateways that were taken over from, and end when they have answered their last request. */
final class Predecessors {
  private static final Logger LOG = LoggerFactory.getLogger(Predecessors.class);

  /** They end by themselves before that, unless they hang. */
  private static final Duration LONGEST = Patience.DEFAULT.streams().plusMinutes(1);

  private final Companion companion;
  private final AdminNotes notes;
  private final Map<Long, Long> since = new HashMap<>();

  Predecessors(Companion companion, AdminNotes notes) {
    this.companion = companion;
    this.notes = notes;
  }

  List<Life> alive() {
    return companion.leaving();
  }

  /** The one that serves as before, as whoever was to take its place has ended without doing so. */
  Optional<Life> stillServing() {
    return AdminNote.read(notes.serving())
        .flatMap(note -> alive().stream().filter(life -> life.pid() == note.pid()).findFirst());
  }

  /** Ends what should have ended long ago. */
  void look() {
    List<Life> alive = alive();
    since.keySet().retainAll(alive.stream().map(Life::pid).toList());
    long now = System.nanoTime();
    for (Life life : alive) {
      if (now - since.computeIfAbsent(life.pid(), _ -> now) > LONGEST.toNanos()) {
        LOG.warn("the gateway before, process {}, does not end and is killed", life.pid());
        companion.kill(life);
      }
    }
  }
}
