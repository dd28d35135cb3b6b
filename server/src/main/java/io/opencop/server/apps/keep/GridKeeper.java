package io.opencop.server.apps.keep;

import io.opencop.model.message.CopException;
import io.opencop.model.message.Notice;
import io.opencop.sessions.grid.GridAccess;
import io.opencop.sessions.grid.LocalGrid;
import io.opencop.sessions.grid.Member;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the session grid running from the first app on that wants it. Members are processes of
 * their own, which the platform adopts, and whose sessions need no platform to live.
 */
public final class GridKeeper implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(GridKeeper.class);
  private static final Duration TICK = Duration.ofMillis(200);
  private static final Duration GRACE = Duration.ofSeconds(10);

  /** Until then an incomplete grid is one that starts, and no problem. */
  private static final Duration STARTING = Duration.ofSeconds(60);

  private final GridPlan plan;
  private final Pauses pauses = new Pauses();
  private final Map<String, Instant> lives = new HashMap<>();
  private final Thread loop;
  private volatile boolean open = true;
  private volatile boolean wanted;
  private volatile GridState state;
  private volatile LocalGrid grid;
  private boolean learnt;

  public GridKeeper(GridPlan plan) {
    this.plan = plan;
    this.state = GridState.of(plan.external().isPresent() ? "external" : "idle");
    this.wanted = plan.external().isEmpty() && left();
    this.loop = Thread.ofPlatform().name("grid-keeper").daemon().start(this::run);
  }

  /** Whether a platform before us has left members that run. */
  private boolean left() {
    return Files.isDirectory(plan.own())
        && plan.hasLibraries()
        && local().members().stream().anyMatch(m -> m.state() != Member.State.ENDED);
  }

  /**
   * How an instance reaches it. From now on there is one; it need not be ready when this returns,
   * because clients connect when they are first asked.
   *
   * @throws CopException where it cannot be
   */
  public GridAccess want() {
    if (plan.external().isPresent()) {
      return plan.external().get();
    }
    LocalGrid known = local();
    wanted = true;
    return known.access();
  }

  private synchronized LocalGrid local() {
    if (grid == null) {
      if (!plan.hasLibraries()) {
        throw new CopException(
            KeeperMessage.NO_GRID_LIBRARIES.with("folder", plan.lib().resolve("grid")));
      }
      grid = new LocalGrid(plan.settings());
    }
    return grid;
  }

  /** How it is reached; empty while no app has wanted it. */
  public Optional<GridAccess> access() {
    return plan.external().or(() -> Optional.ofNullable(grid).map(LocalGrid::access));
  }

  public GridState state() {
    return state;
  }

  /** Whether it has not been whole yet; one that takes too long is no longer waited for. */
  public boolean starts() {
    return List.of("idle", "starting").contains(state.phase());
  }

  private void run() {
    while (open) {
      try {
        if (wanted) {
          look();
        }
        Thread.sleep(TICK);
      } catch (InterruptedException e) {
        // close() asks us to look at open.
      } catch (CopException e) {
        broken(e.notices().getFirst());
      } catch (RuntimeException e) {
        LOG.warn("the session grid's keeper goes on after a failure", e);
        broken(KeeperMessage.GRID_BROKEN.with("reason", e.toString()));
      }
    }
  }

  private void broken(Notice problem) {
    pauses.died(Duration.ZERO);
    become("failed", state.members(), state.restarts(), problem);
  }

  private void look() {
    LocalGrid known = local();
    int ended = ended(known.members());
    if (pauses.over()) {
      known.ensure();
      known.members().stream()
          .filter(m -> m.state() != Member.State.ENDED)
          .forEach(m -> lives.putIfAbsent(m.name(), Instant.now()));
    }
    show(known.members(), state.restarts() + ended);
  }

  /** How many that lived have ended since the last look. */
  private int ended(List<Member> members) {
    int ended = 0;
    for (Member member : members) {
      Instant born = member.state() == Member.State.ENDED ? lives.remove(member.name()) : null;
      if (born != null) {
        ended++;
        pauses.died(Duration.between(born, Instant.now()));
        LOG.warn("{} of the session grid ended; it is started again", member.name());
      }
    }
    return ended;
  }

  private void show(List<Member> members, int restarts) {
    long ready = members.stream().filter(m -> m.state() == Member.State.READY).count();
    if (ready == members.size()) {
      become("ready", members, restarts, null);
      learn();
      return;
    }
    boolean first = starts();
    boolean young = state.since().plus(STARTING).isAfter(Instant.now());
    if (first && (young || state.phase().equals("idle"))) {
      become("starting", members, restarts, null);
      return;
    }
    String states =
        members.stream()
            .map(m -> m.name() + " " + m.state().name().toLowerCase(java.util.Locale.ROOT))
            .collect(Collectors.joining(", "));
    become(
        "degraded",
        members,
        restarts,
        KeeperMessage.GRID_INCOMPLETE.with(
            "ready", ready, "members", members.size(), "states", states, "folder", plan.own()));
  }

  /** Beside everything else, once: members that are started again take half the CPU time then. */
  private void learn() {
    if (learnt) {
      return;
    }
    learnt = true;
    LocalGrid known = local();
    Thread.ofPlatform()
        .name("grid-learning")
        .daemon()
        .start(() -> {
          try {
            known.learnToStart();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          } catch (CopException e) {
            LOG.info("members of the session grid start as slowly as before", e);
          }
        });
  }

  private void become(String phase, List<Member> members, int restarts, Notice problem) {
    boolean same = state.phase().equals(phase);
    state = new GridState(phase, members, same ? state.since() : Instant.now(), restarts, problem);
  }

  /** Ends every member, and with the last of them the sessions. */
  public void stop() {
    close();
    if (wanted && plan.external().isEmpty()) {
      local().stop(GRACE);
    }
  }

  /** Lets go of the members; they run on. */
  @Override
  public void close() {
    open = false;
    loop.interrupt();
    try {
      loop.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
