package io.opencop.server.apps.keep;

import io.opencop.model.message.Notice;
import io.opencop.runtime.gateway.admin.AdminClient;
import io.opencop.runtime.gateway.admin.AdminNote;
import io.opencop.runtime.local.Companion;
import io.opencop.runtime.local.Companion.Life;
import io.opencop.runtime.local.Listening;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps one gateway running from the first app on: adopts one that runs, starts one where none
 * does, replaces one that died or hangs. The gateway itself needs none of this to go on.
 */
public final class GatewayKeeper implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(GatewayKeeper.class);
  private static final Duration TICK = Duration.ofMillis(100);
  private static final Duration ASK_EVERY = Duration.ofSeconds(5);
  private static final int SILENT_MOST = 3;

  /** What is in progress may end: the gateway's own grace, and a little. */
  private static final Duration STOPPING = Duration.ofSeconds(12);

  private final GatewayPlan plan;
  private final Consumer<Notice> say;
  private final Companion companion;
  private final Pauses pauses = new Pauses();
  private final Thread loop;
  private volatile boolean open = true;
  private volatile boolean wanted;
  private volatile GatewayState state = GatewayState.of("idle");
  private Life life;
  private boolean checked;
  private int silent;
  private long askNanos;

  /**
   * @param say hears where it listens, and what is in its way
   */
  public GatewayKeeper(GatewayPlan plan, Consumer<Notice> say) {
    this.plan = plan;
    this.say = say;
    try {
      this.companion = new Companion(plan.folder(), "gateway");
    } catch (IOException e) {
      throw new UncheckedIOException("cannot use " + plan.folder(), e);
    }
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
    } else if (life != null) {
      died();
    } else if (wanted && pauses.over()) {
      start();
    }
  }

  private void start() throws IOException {
    companion.start(plan.argv(), plan.environment());
    checked = true;
    silent = 0;
    become("starting", "", 0, state.restarts(), state.problem());
  }

  private void alive() throws InterruptedException {
    if (!checked) {
      // One of an earlier platform: as it is, if it is what is wanted now.
      checked = true;
      if (!plan.words(life.argv()).equals(plan.words(plan.argv()))) {
        LOG.info("the gateway that runs was told {}; it is replaced", plan.words(life.argv()));
        end();
        life = null;
        return;
      }
    }
    Optional<AdminNote> note =
        AdminNote.read(plan.folder().resolve("gateway.json")).filter(n -> n.pid() == life.pid());
    if (note.isEmpty()) {
      return;
    }
    if (!state.phase().equals("running") || state.pid() != life.pid()) {
      become("running", note.get().url(), life.pid(), state.restarts(), null);
      say.accept(KeeperMessage.GATEWAY_AT.with("url", note.get().url()));
      askNanos = System.nanoTime() + ASK_EVERY.toNanos();
    } else if (System.nanoTime() - askNanos > 0) {
      ask(note.get());
      askNanos = System.nanoTime() + ASK_EVERY.toNanos();
    }
  }

  /** Dead is seen at once; hung only by asking. */
  private void ask(AdminNote note) throws InterruptedException {
    try (AdminClient client = new AdminClient(note)) {
      client.stats();
      if (silent > 0) {
        silent = 0;
        become("running", note.url(), life.pid(), state.restarts(), null);
      }
    } catch (IOException e) {
      silent++;
      become(
          "running", note.url(), life.pid(), state.restarts(), KeeperMessage.GATEWAY_SILENT.with());
      if (silent >= SILENT_MOST) {
        LOG.warn("the gateway did not answer {} times and is replaced", silent);
        companion.kill();
      }
    }
  }

  private void died() {
    Duration lived = Duration.ofMillis(System.currentTimeMillis() - life.startedMs());
    OptionalInt code = companion.exitCode();
    life = null;
    pauses.died(lived);
    Notice problem = problem(code);
    if (!problem.equals(state.problem())) {
      say.accept(problem);
    }
    become("failed", "", 0, state.restarts() + 1, problem);
  }

  private Notice problem(OptionalInt code) {
    String holder = plan.port() == 0 ? "" : Listening.holder(plan.port()).orElse("");
    if (!holder.isEmpty()) {
      return KeeperMessage.GATEWAY_PORT_TAKEN.with("address", plan.listen(), "holder", holder);
    }
    return KeeperMessage.GATEWAY_ENDED.with(
        "reason",
        code.isPresent() ? "exit " + code.getAsInt() : "killed",
        "file",
        companion.output());
  }

  private void become(String phase, String url, long pid, int restarts, Notice problem) {
    boolean same = state.phase().equals(phase);
    state =
        new GatewayState(phase, url, pid, same ? state.since() : Instant.now(), restarts, problem);
  }

  private void end() throws InterruptedException {
    companion.terminate();
    long until = System.nanoTime() + STOPPING.toNanos();
    while (companion.running().isPresent() && System.nanoTime() < until) {
      Thread.sleep(20);
    }
    companion.kill();
  }

  /** Ends the gateway: what is in progress may end first. */
  public void stop() {
    close();
    try {
      end();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      companion.kill();
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
