package io.opencop.runtime.control;

import io.opencop.model.ChangeKind;
import io.opencop.model.app.App;
import io.opencop.model.app.Instance;
import io.opencop.model.app.Instance.State;
import io.opencop.model.app.Release;
import io.opencop.model.app.RestartReason;
import io.opencop.model.app.Rollout;
import io.opencop.model.app.Route;
import io.opencop.model.app.Scale.Measure;
import io.opencop.model.app.Source;
import io.opencop.model.app.Workload;
import io.opencop.model.app.WorkloadId;
import io.opencop.model.message.CopException;
import io.opencop.model.message.Notice;
import io.opencop.runtime.AppRuntime;
import io.opencop.runtime.disk.Durable;
import io.opencop.runtime.gateway.routes.RoutesFile;
import io.opencop.runtime.release.Artefacts;
import io.opencop.runtime.release.Releases;
import io.opencop.runtime.rollout.Split;
import io.opencop.runtime.scale.Decision;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The apps of this platform: what is wanted of each is on disk before a call returns, and a loop
 * brings about what is wanted. Told the same twice, nothing happens the second time.
 */
public final class Apps implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Apps.class);
  private static final long TICK_MILLIS = 100;
  private static final int RELEASES_KEPT = 20;

  private final AppStore store;
  private final Artefacts artefacts;
  private final AppRuntime runtime;
  private final Recorder recorder;
  private final Scaling scaling;
  private final RoutePublisher publisher;
  private final Semaphore poke = new Semaphore(0);
  private final Map<String, AppState> apps;
  private final AutoCloseable watching;
  private final Thread loop;
  private volatile boolean open = true;

  /** What an apply came to; named as kubectl says it. */
  public enum Applied {
    CREATED,
    CONFIGURED,
    UNCHANGED
  }

  /**
   * Reads what is wanted from disk and begins to bring it about.
   *
   * @throws UncheckedIOException where the folder cannot be read
   */
  public Apps(ControlSettings settings, AppRuntime runtime) {
    this.runtime = runtime;
    this.recorder = new Recorder(settings.changes(), settings.lang());
    this.scaling = new Scaling(settings.measurements(), settings.scaleEvery());
    try {
      Durable.privateFolder(settings.folder());
      Files.createDirectories(settings.gateway());
      this.publisher =
          new RoutePublisher(new RoutesFile(settings.gateway().resolve("routes.json")));
      this.store = new AppStore(settings.folder().resolve("apps"));
      this.artefacts = new Artefacts(settings.folder().resolve("artefacts"));
      this.apps = new LinkedHashMap<>(store.read());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the apps in " + settings.folder(), e);
    }
    this.watching = runtime.watch(this::changed);
    this.loop = Thread.ofPlatform().name("apps").daemon().start(this::run);
  }

  /**
   * Makes this app wanted. On disk when it returns.
   *
   * @throws CopException where it cannot run here, or its artefact cannot be read
   */
  public Applied apply(App app, String who) {
    check(app);
    Artefacts.Stored stored = take(app);
    synchronized (this) {
      requireFree(app);
      AppState before = apps.get(app.name());
      Instant now = Instant.now();
      Release release =
          Releases.of(app, stored, before == null ? List.of() : before.releases(), now);
      AppState next;
      if (before == null) {
        next = AppState.first(app, release, now);
      } else if (release.number() != before.releases().getLast().number()) {
        next = before.withApp(app).to(release, now, RELEASES_KEPT);
      } else {
        next = before.withApp(app);
      }
      if (next.equals(before)) {
        return Applied.UNCHANGED;
      }
      save(next);
      if (before == null || next.target() != before.target()) {
        told(next, release, who);
      }
      return before == null ? Applied.CREATED : Applied.CONFIGURED;
    }
  }

  /** What {@link #apply} would come to. Nothing is wanted that was not before. */
  public Applied preview(App app) {
    check(app);
    Artefacts.Stored stored = take(app);
    synchronized (this) {
      AppState before = apps.get(app.name());
      if (before == null) {
        return Applied.CREATED;
      }
      Release release = Releases.of(app, stored, before.releases(), Instant.now());
      boolean same = release.number() == before.releases().getLast().number();
      return same && app.equals(before.app()) ? Applied.UNCHANGED : Applied.CONFIGURED;
    }
  }

  /** What a manifest may say and this runtime cannot do yet is refused, all at once. */
  private static void check(App app) {
    List<Notice> problems = new ArrayList<>();
    if (app.source() instanceof Source.Image) {
      problems.add(ControlMessage.NOT_HERE.with("app", app.name()));
    }
    if (app.rollout() instanceof Rollout.Canary) {
      problems.add(notYet(app, "spec.rollout.strategy: canary"));
    }
    if (app.sessions() != null) {
      problems.add(notYet(app, "spec.sessions"));
    }
    if (app.port() != 0) {
      problems.add(notYet(app, "spec.port"));
    }
    if (app.scale().min() == 0) {
      // Nothing would wake it.
      problems.add(notYet(app, "spec.scale.min: 0"));
    }
    app.scale().targets().stream()
        .filter(t -> t.measure() != Measure.CPU && t.measure() != Measure.MEMORY)
        .map(t -> notYet(app, "spec.scale." + field(t.measure())))
        .forEach(problems::add);
    if (!problems.isEmpty()) {
      throw new CopException(problems);
    }
  }

  private static String field(Measure measure) {
    return measure == Measure.METRIC ? "metrics" : measure.name().toLowerCase(Locale.ROOT);
  }

  private static Notice notYet(App app, String field) {
    return ControlMessage.NOT_YET.with("app", app.name(), "field", field);
  }

  /** Ends the app and forgets it; its releases' artefacts stay until nothing names them. */
  public synchronized void delete(String app, String who) {
    AppState state = known(app);
    try {
      store.delete(app);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    apps.remove(app);
    scaling.forget(app);
    state.releases().forEach(r -> runtime.remove(id(app, r.number()), RestartReason.DELETED));
    recorder.record(
        ChangeKind.SCALE, app, null, who, ControlMessage.REMOVED.with("app", app, "who", who));
  }

  /** Sets how many run, within the manifest's bounds, until it is set again. */
  public synchronized void scale(String app, int replicas, String who) {
    AppState state = known(app);
    int most = Math.max(state.app().scale().max(), state.app().scale().min());
    if (replicas < 0 || (replicas > most && !state.app().scale().targets().isEmpty())) {
      throw new CopException(
          ControlMessage.OUT_OF_BOUNDS.with(
              "app", app, "least", 0, "most", most, "replicas", replicas));
    }
    int before = state.wanted();
    if (replicas != before) {
      save(state.withReplicas(replicas));
      recorder.record(
          ChangeKind.SCALE,
          app,
          null,
          who,
          ControlMessage.SCALED.with("app", app, "before", before, "after", replicas, "who", who));
    }
  }

  /** Replaces every instance, release by release as a rollout does. */
  public synchronized void restart(String app, String who) {
    AppState state = known(app);
    Release again = Releases.again(state.release(state.target()), state.releases(), Instant.now());
    save(state.to(again, Instant.now(), RELEASES_KEPT));
    recorder.record(
        ChangeKind.RESTART,
        app,
        again.version(),
        who,
        ControlMessage.RESTARTING.with("app", app, "who", who));
  }

  /**
   * Goes back to an older release.
   *
   * @param number 0 for the one before
   */
  public synchronized void undo(String app, int number, String who) {
    AppState state = known(app);
    Release old =
        number > 0
            ? state.release(number)
            : state.releases().stream()
                .filter(r -> r.number() < state.target())
                .filter(r -> !r.digest().equals(state.release(state.target()).digest()))
                .reduce((_, later) -> later)
                .orElse(null);
    if (old == null) {
      throw new CopException(
          ControlMessage.NO_RELEASE.with("app", app, "release", number == 0 ? "-" : number));
    }
    // One that still runs beside takes over at once; any other is started again, as a new release.
    Release again =
        old.number() == state.kept() ? old : Releases.again(old, state.releases(), Instant.now());
    AppState next = state.to(again, Instant.now(), RELEASES_KEPT);
    save(next);
    told(next, again, who);
  }

  public synchronized List<AppStatus> list() {
    List<Instance> instances = runtime.instances();
    return apps.values().stream().map(s -> status(s, instances)).toList();
  }

  public synchronized Optional<AppStatus> get(String app) {
    return Optional.ofNullable(apps.get(app)).map(s -> status(s, runtime.instances()));
  }

  @Override
  public void close() {
    open = false;
    loop.interrupt();
    try {
      loop.join();
      watching.close();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (Exception e) {
      LOG.warn("the runtime does not let go of its watcher", e);
    }
  }

  private void run() {
    while (open) {
      try {
        converge();
        if (poke.tryAcquire(TICK_MILLIS, TimeUnit.MILLISECONDS)) {
          poke.drainPermits();
        }
      } catch (InterruptedException e) {
        // close() asks us to look at open.
      } catch (RuntimeException e) {
        LOG.error("the loop of the apps goes on after a failure", e);
      }
    }
  }

  private synchronized void converge() {
    List<Instance> all = runtime.instances();
    forgotten(all);
    for (AppState state : List.copyOf(apps.values())) {
      List<Instance> own = of(state.app().name(), all);
      if (state.rolling()) {
        roll(state, own);
      } else {
        AppState scaled = scaled(state, own);
        runtime.ensure(new Workload(scaled.release(scaled.active()), scaled.wanted()));
        keep(scaled);
      }
    }
    publisher.publish(list());
  }

  /** The release before, which a blue-green rollout lets run for a while. */
  private void keep(AppState state) {
    if (state.kept() == 0) {
      return;
    }
    if (Instant.now().isBefore(state.keptUntil())) {
      runtime.ensure(new Workload(state.release(state.kept()), state.wanted()));
    } else {
      save(state.keptNoMore());
      runtime.remove(id(state.app().name(), state.kept()), RestartReason.RELEASED);
    }
  }

  /** During a rollout nothing is measured: half of the instances would be strangers. */
  private AppState scaled(AppState state, List<Instance> own) {
    List<Instance> running =
        own.stream().filter(i -> i.runs() && i.state() != State.STOPPING).toList();
    Optional<Decision> decision = scaling.decide(state, running, Instant.now());
    if (decision.isEmpty() || decision.get().replicas() == state.wanted()) {
      return state;
    }
    AppState next = state.withReplicas(decision.get().replicas());
    save(next);
    String app = state.app().name();
    recorder.record(
        ChangeKind.SCALE,
        app,
        null,
        null,
        ControlMessage.AUTOSCALED.with(
            "app", app,
            "before", state.wanted(),
            "after", next.wanted(),
            "computed", decision.get().computed()));
    return next;
  }

  private void roll(AppState state, List<Instance> own) {
    String app = state.app().name();
    if (state.active() != 0 && Rolls.hopeless(state, own, Instant.now())) {
      takeBack(state);
      return;
    }
    Split split = Rolls.next(state, own);
    runtime.ensure(new Workload(state.release(state.target()), split.fresh()));
    if (state.active() != 0 && !split.done()) {
      runtime.ensure(new Workload(state.release(state.active()), split.old()));
    }
    // Releases whose own rollout was overtaken by this one.
    state.releases().stream()
        .map(Release::number)
        .filter(n -> n != state.target() && n != state.active() && n != state.kept())
        .forEach(n -> runtime.remove(id(app, n), RestartReason.RELEASED));
    if (split.done()) {
      AppState done = state.done(Instant.now(), Rolls.keepOld(state.app()));
      save(done);
      if (state.active() != done.kept()) {
        runtime.remove(id(app, state.active()), RestartReason.RELEASED);
      }
      if (state.kept() != 0 && state.kept() != done.active()) {
        runtime.remove(id(app, state.kept()), RestartReason.RELEASED);
      }
      recorder.record(
          ChangeKind.DEPLOY,
          app,
          done.release(done.active()).version(),
          null,
          ControlMessage.TAKEN_OVER.with("app", app, "release", done.active()));
    }
  }

  private void takeBack(AppState state) {
    String app = state.app().name();
    var notice =
        ControlMessage.TAKEN_BACK.with(
            "app", app,
            "release", state.target(),
            "seconds", state.app().health().startup().toSeconds());
    save(state.takenBack(notice.code()));
    runtime.remove(id(app, state.target()), RestartReason.ROLLED_BACK);
    Release kept = state.release(state.active());
    recorder.record(ChangeKind.DEPLOY, app, kept.version(), null, notice);
  }

  /** Instances of an app nobody wants any more: it was deleted while the platform was dead. */
  private void forgotten(List<Instance> all) {
    all.stream()
        .filter(i -> i.runs() && i.state() != State.STOPPING)
        .map(Instance::workload)
        .filter(w -> !apps.containsKey(w.app()) || apps.get(w.app()).release(w.release()) == null)
        .distinct()
        .forEach(w -> runtime.remove(w, RestartReason.DELETED));
  }

  private void changed(Instance instance) {
    poke.release();
    if (instance.exit() == null) {
      return;
    }
    synchronized (this) {
      AppState state = apps.get(instance.workload().app());
      if (state != null) {
        recorder.ended(instance, state);
      }
    }
  }

  private AppStatus status(AppState state, List<Instance> all) {
    List<Instance> own = of(state.app().name(), all);
    long ready = own.stream().filter(i -> i.state() == State.READY).count();
    AppStatus.Phase phase;
    if (state.rolling()) {
      phase = AppStatus.Phase.ROLLING;
    } else if (state.wanted() == 0) {
      phase = AppStatus.Phase.ASLEEP;
    } else {
      phase = ready >= state.wanted() ? AppStatus.Phase.READY : AppStatus.Phase.DEGRADED;
    }
    return new AppStatus(state, own, phase, scaling.last(state.app().name()));
  }

  /** Two apps cannot both have the same requests. */
  private void requireFree(App app) {
    List<Notice> taken = new ArrayList<>();
    for (AppState other : apps.values()) {
      for (Route route : other.app().routes()) {
        if (!other.app().name().equals(app.name()) && app.routes().contains(route)) {
          taken.add(
              ControlMessage.ROUTE_TAKEN.with(
                  "app", app.name(),
                  "route", (route.host() == null ? "*" : route.host()) + route.path(),
                  "other", other.app().name()));
        }
      }
    }
    if (!taken.isEmpty()) {
      throw new CopException(taken);
    }
  }

  private Artefacts.Stored take(App app) {
    try {
      return artefacts.take(app.source());
    } catch (IOException e) {
      throw new CopException(
          ControlMessage.ARTEFACT_GONE.with("app", app.name(), "reason", e.toString()), e);
    }
  }

  private void told(AppState state, Release release, String who) {
    String app = state.app().name();
    recorder.record(
        ChangeKind.DEPLOY,
        app,
        release.version(),
        who,
        ControlMessage.DEPLOYED.with("app", app, "release", release.number()));
  }

  private AppState known(String app) {
    AppState state = apps.get(app);
    if (state == null) {
      throw new CopException(ControlMessage.NO_APP.with("app", app));
    }
    return state;
  }

  private void save(AppState state) {
    try {
      store.write(state);
    } catch (IOException e) {
      throw new UncheckedIOException("what is wanted of an app could not be written", e);
    }
    apps.put(state.app().name(), state);
  }

  private static List<Instance> of(String app, List<Instance> all) {
    return all.stream().filter(i -> i.workload().app().equals(app)).toList();
  }

  private static WorkloadId id(String app, int release) {
    return new WorkloadId(app, release);
  }
}
