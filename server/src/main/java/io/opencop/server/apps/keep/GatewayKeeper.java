package io.opencop.server.apps.keep;

import io.opencop.model.message.Notice;
import io.opencop.runtime.gateway.admin.AdminClient;
import io.opencop.runtime.gateway.admin.AdminNote;
import io.opencop.runtime.gateway.admin.AdminNotes;
import io.opencop.runtime.local.Companion;
import io.opencop.runtime.local.Companion.Life;
import io.opencop.runtime.local.Listening;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps one gateway running from the first app on: adopts one that runs, lets one of another
 * program or with other settings hand over to a new one, starts one where none runs, replaces one
 * that died or hangs. The gateway itself needs none of this to go on.
 */
public final class GatewayKeeper implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(GatewayKeeper.class);
  private static final Duration TICK = Duration.ofMillis(100);
  private static final Duration ASK_EVERY = Duration.ofSeconds(5);
  private static final int SILENT_MOST = 3;

  /** What is in progress may end: the gateway's own grace, and a little. */
  private static final Duration STOPPING = Duration.ofSeconds(12);

  /** One that takes over and does not say that it serves by then never will. */
  private static final Duration TAKING_OVER = Duration.ofMinutes(2);

  private final GatewayPlan plan;
  private final String digest;
  private final AdminNotes notes;
  private final Consumer<Notice> say;
  private final Companion companion;
  private final Predecessors before;
  private final Pauses pauses = new Pauses();
  private final Thread loop;
  private volatile boolean open = true;
  private volatile boolean wanted;
  private volatile GatewayState state = GatewayState.of("idle");
  private Life life;
  private int silent;
  private long askNanos;
  private long bornNanos;

  /**
   * @param say hears where it listens, and what is in its way
   */
  public GatewayKeeper(GatewayPlan plan, Consumer<Notice> say) {
    this.plan = plan;
    // Of the program as it was when this platform began: that is what it can start.
    this.digest = plan.digest();
    this.notes = new AdminNotes(plan.folder());
    this.say = say;
    try {
      this.companion = new Companion(plan.folder(), "gateway");
    } catch (IOException e) {
      throw new UncheckedIOException("cannot use " + plan.folder(), e);
    }
    this.before = new Predecessors(companion, notes);
    this.loop = Thread.ofPlatform().name("gateway-keeper").daemon().start(this::run);
  }

  /** From now on there is one. */
  public void want() {
    wanted = true;
  }

  public GatewayState state() {
    return state;
  }

  /** Where the apps are reached; empty until the gateway is there. */
  public Optional<String> url() {
    return Optional.of(state.url()).filter(u -> !u.isEmpty());
  }

  private void run() {
    while (open) {
      try {
        look();
        Thread.sleep(TICK);
      } catch (InterruptedException e) {
        // close() asks us to look at open.
      } catch (IOException | RuntimeException e) {
        LOG.error("the gateway's keeper goes on after a failure", e);
        pauses.died(Duration.ZERO);
      }
    }
  }

  private void look() throws IOException, InterruptedException {
    Optional<Life> now = companion.running();
    if (now.isPresent()) {
      life = now.get();
      alive();
      return;
    }
    Optional<Life> serves = before.stillServing();
    if (life != null) {
      died(serves.isPresent());
    }
    if (serves.isPresent()) {
      companion.resume(serves.get());
    } else if (wanted && pauses.over()) {
      // One that leaves may still have the socket.
      companion.start(plan.argv(!before.alive().isEmpty()), plan.environment(digest));
      silent = 0;
      become("starting", AdminNote.NONE, state.restarts(), state.problem());
    }
  }

  private void alive() throws IOException, InterruptedException {
    if (plan.elsewhere(life.argv())) {
      LOG.info("the gateway that runs listens elsewhere; it is replaced");
      end(List.of(life));
      life = null;
      return;
    }
    Optional<AdminNote> note = AdminNote.read(notes.serving()).filter(n -> n.pid() == life.pid());
    if (note.isEmpty()) {
      starts();
      return;
    }
    AdminNote serves = note.get();
    if (!state.phase().equals("running") || state.pid() != serves.pid()) {
      serves(serves);
    } else if (System.nanoTime() - askNanos > 0) {
      ask(serves);
      before.look();
      askNanos = System.nanoTime() + ASK_EVERY.toNanos();
    }
    if (!serves.digest().equals(digest) && pauses.over()) {
      handOver(serves);
    }
  }

  private void serves(AdminNote note) {
    boolean succeeded = state.phase().equals("running") && !state.url().isEmpty();
    say.accept(
        succeeded
            ? KeeperMessage.GATEWAY_SUCCEEDED.with(
                "before", version(state.version()), "after", version(note.version()))
            : KeeperMessage.GATEWAY_AT.with("url", note.url()));
    become("running", note, state.restarts(), null);
    silent = 0;
    askNanos = System.nanoTime() + ASK_EVERY.toNanos();
  }

  private static String version(String known) {
    return known.isEmpty() ? "?" : known;
  }

  /** It has a place to take, if another serves meanwhile: then it must not take for ever. */
  private void starts() {
    if (before.stillServing().isPresent()
        && System.nanoTime() - bornNanos > TAKING_OVER.toNanos()) {
      LOG.warn("the gateway that was to take over does not serve, and is ended");
      companion.kill();
    }
  }

  /** Another program, or other settings: a new one takes over, and no request fails. */
  private void handOver(AdminNote from) throws IOException, InterruptedException {
    if (from.socket().isEmpty()) {
      LOG.info("the gateway that runs is another than wanted and cannot hand over; it is replaced");
      end(List.of(life));
      life = null;
      return;
    }
    LOG.info("the gateway that runs, {}, is to hand over to a new one", from);
    bornNanos = System.nanoTime();
    companion.succeed(plan.argv(true), plan.environment(digest));
  }

  /** Dead is seen at once; hung only by asking. */
  private void ask(AdminNote note) throws InterruptedException {
    try (AdminClient client = new AdminClient(note)) {
      client.stats();
      if (silent > 0) {
        silent = 0;
        become("running", note, state.restarts(), null);
      }
    } catch (IOException e) {
      silent++;
      become("running", note, state.restarts(), KeeperMessage.GATEWAY_SILENT.with());
      if (silent >= SILENT_MOST) {
        LOG.warn("the gateway did not answer {} times and is replaced", silent);
        companion.kill();
      }
    }
  }

  private void died(boolean anotherServes) {
    Duration lived = Duration.ofMillis(System.currentTimeMillis() - life.startedMs());
    OptionalInt code = companion.exitCode();
    life = null;
    pauses.died(lived);
    Notice problem =
        anotherServes ? ended(KeeperMessage.GATEWAY_NOT_SUCCEEDED, code) : problem(code);
    if (!problem.equals(state.problem())) {
      say.accept(problem);
    }
    if (anotherServes) {
      state = state.with(problem);
    } else {
      become("failed", AdminNote.NONE, state.restarts() + 1, problem);
    }
  }

  private Notice problem(OptionalInt code) {
    String holder = plan.port() == 0 ? "" : Listening.holder(plan.port()).orElse("");
    if (!holder.isEmpty()) {
      return KeeperMessage.GATEWAY_PORT_TAKEN.with("address", plan.listen(), "holder", holder);
    }
    return ended(KeeperMessage.GATEWAY_ENDED, code);
  }

  private Notice ended(KeeperMessage message, OptionalInt code) {
    return message.with(
        "reason",
        code.isPresent() ? "exit " + code.getAsInt() : "killed",
        "file",
        companion.output());
  }

  private void become(String phase, AdminNote note, int restarts, Notice problem) {
    Instant since = state.phase().equals(phase) ? state.since() : Instant.now();
    state =
        new GatewayState(phase, note.url(), note.version(), note.pid(), since, restarts, problem);
  }

  private void end(List<Life> lives) throws InterruptedException {
    lives.forEach(companion::terminate);
    long until = System.nanoTime() + STOPPING.toNanos();
    while (lives.stream().anyMatch(companion::alive) && System.nanoTime() < until) {
      Thread.sleep(20);
    }
    lives.forEach(companion::kill);
  }

  /** Ends the gateway, and those before it: what is in progress may end first. */
  public void stop() {
    close();
    List<Life> all = new ArrayList<>(before.alive());
    companion.running().ifPresent(all::add);
    try {
      end(all);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      all.forEach(companion::kill);
    }
  }

  /** Lets go of it; it runs on. */
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

  /** Of the routes and the note. */
  public Path folder() {
    return plan.folder();
  }
}
