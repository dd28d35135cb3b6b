package io.opencop.runtime.control;

import io.opencop.model.ChangeKind;
import io.opencop.model.app.App;
import io.opencop.model.app.Instance;
import io.opencop.model.app.Release;
import io.opencop.model.app.RestartReason;
import io.opencop.model.app.WorkloadId;
import io.opencop.model.message.CopException;
import io.opencop.runtime.AppRuntime;
import io.opencop.runtime.disk.Durable;
import io.opencop.runtime.gateway.routes.RoutesFile;
import io.opencop.runtime.release.Artefacts;
import io.opencop.runtime.release.Releases;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The apps of this platform: what is wanted of each is on disk before a call returns, and a loop
 * brings about what is wanted. Told the same twice, nothing happens the second time.
 */
public final class Apps implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Apps.class);
  private static final int RELEASES_KEPT = 20;

  private final Desired desired;
  private final Artefacts artefacts;
  private final AppRuntime runtime;
  private final Recorder recorder;
  private final Measured measured;
  private final Scaling scaling;
  private final Comparison comparison;
  private final CanaryRun canaries;
  private final Convergence convergence;
  private final RoutePublisher publisher;
  private final AutoCloseable watching;
  private final Loop loop = new Loop("apps", this::step);

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
    this.measured = new Measured(settings.traffic().flow(), settings.metrics());
    this.scaling = new Scaling(measured, settings.scaleEvery());
    try {
      Durable.privateFolder(settings.folder());
      Files.createDirectories(settings.gateway());
      this.publisher =
          new RoutePublisher(
              new RoutesFile(settings.gateway().resolve("routes.json")),
              settings.traffic()::published);
      this.artefacts = new Artefacts(settings.folder().resolve("artefacts"));
      this.desired = new Desired(new AppStore(settings.folder().resolve("apps")));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the apps in " + settings.folder(), e);
    }
    this.comparison = new Comparison(settings.traffic(), settings.figures());
    AppRuntime guarded = new GuardedRuntime(runtime, artefacts, recorder);
    this.canaries = new CanaryRun(desired, guarded, recorder, comparison);
    this.convergence =
        new Convergence(desired, guarded, recorder, scaling, canaries, settings.traffic());
    settings.traffic().whenHeld(loop::poke);
    this.watching = runtime.watch(this::changed);
    loop.start();
  }

  /**
   * Makes this app wanted. On disk when it returns.
   *
   * @throws CopException where it cannot run here, or its artefact cannot be read
   */
  public Applied apply(App app, String who) {
    Refusals.check(app);
    Artefacts.Stored stored = take(app);
    synchronized (desired) {
      desired.requireFree(app);
      AppState before = desired.find(app.name()).orElse(null);
      Instant now = Instant.now();
      Release release =
          Releases.of(app, stored, before == null ? List.of() : before.releases(), now, who);
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
      desired.save(next);
      if (before == null || next.target() != before.target()) {
        told(next, release, who);
      }
      return before == null ? Applied.CREATED : Applied.CONFIGURED;
    }
  }

  /** What {@link #apply} would come to. Nothing is wanted that was not before. */
  public Applied preview(App app) {
    Refusals.check(app);
    Artefacts.Stored stored = take(app);
    synchronized (desired) {
      AppState before = desired.find(app.name()).orElse(null);
      if (before == null) {
        return Applied.CREATED;
      }
      Release release = Releases.of(app, stored, before.releases(), Instant.now(), null);
      boolean same = release.number() == before.releases().getLast().number();
      return same && app.equals(before.app()) ? Applied.UNCHANGED : Applied.CONFIGURED;
    }
  }

  /** In what {@link #apply} would change it. Nothing is wanted that was not before. */
  public Differences differences(App app) {
    Refusals.check(app);
    Differences.Made after = new Differences.Made(app, take(app).digest());
    return desired
        .find(app.name())
        .map(state ->
            Differences.between(
                new Differences.Made(state.app(), state.releases().getLast().artefact()), after))
        .orElseGet(() -> Differences.between(null, after));
  }

  /** Ends the app and forgets it; its releases' artefacts stay until nothing names them. */
  public void delete(String app, String who) {
    synchronized (desired) {
      AppState state = desired.known(app);
      desired.delete(app);
      scaling.forget(app);
      state
          .releases()
          .forEach(r -> runtime.remove(new WorkloadId(app, r.number()), RestartReason.DELETED));
      recorder.record(
          ChangeKind.SCALE, app, null, who, ControlMessage.REMOVED.with("app", app, "who", who));
    }
  }

  /** Sets how many run, within the manifest's bounds, until it is set again. */
  public void scale(String app, int replicas, String who) {
    synchronized (desired) {
      AppState state = desired.known(app);
      int most = Math.max(state.app().scale().max(), state.app().scale().min());
      if (replicas < 0 || (replicas > most && !state.app().scale().targets().isEmpty())) {
        throw new CopException(
            ControlMessage.OUT_OF_BOUNDS.with(
                "app", app, "least", 0, "most", most, "replicas", replicas));
      }
      if (state.app().port() != 0 && replicas > 1) {
        throw new CopException(FixedPort.refusal(state.app(), "replicas"));
      }
      int before = state.wanted();
      if (replicas != before) {
        desired.save(state.withReplicas(replicas));
        recorder.record(
            ChangeKind.SCALE,
            app,
            null,
            who,
            ControlMessage.SCALED.with(
                "app", app, "before", before, "after", replicas, "who", who));
      }
    }
  }

  /** Replaces every instance, release by release as a rollout does. */
  public void restart(String app, String who) {
    synchronized (desired) {
      AppState state = desired.known(app);
      Release again =
          Releases.again(state.release(state.target()), state.releases(), Instant.now(), who);
      desired.save(state.to(again, Instant.now(), RELEASES_KEPT));
      recorder.record(
          ChangeKind.RESTART,
          app,
          again.version(),
          who,
          ControlMessage.RESTARTING.with("app", app, "who", who));
    }
  }

  /**
   * Ends one instance; another takes its place.
   *
   * @throws CopException where there is none of that name that runs
   */
  public void restart(String app, String instance, String who) {
    synchronized (desired) {
      desired.known(app);
      boolean runs =
          runtime.instances().stream()
              .filter(i -> i.name().equals(instance) && i.workload().app().equals(app))
              .anyMatch(i -> i.runs() && i.state() != Instance.State.STOPPING);
      if (!runs) {
        throw new CopException(ControlMessage.NO_INSTANCE.with("app", app, "instance", instance));
      }
      recorder.asked(instance, who);
      runtime.replace(instance, RestartReason.ASKED);
    }
  }

  /**
   * Goes back to an older release.
   *
   * @param number 0 for the one before
   */
  public void undo(String app, int number, String who) {
    synchronized (desired) {
      AppState state = desired.known(app);
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
      // One that still runs beside takes over at once; any other is started again, as a new
      // release.
      Release again =
          old.number() == state.kept()
              ? old
              : Releases.again(old, state.releases(), Instant.now(), who);
      AppState next = state.to(again, Instant.now(), RELEASES_KEPT);
      desired.save(next);
      told(next, again, who);
    }
  }

  public List<AppStatus> list() {
    List<Instance> instances = runtime.instances();
    synchronized (desired) {
      return desired.all().stream().map(s -> status(s, instances)).toList();
    }
  }

  public Optional<AppStatus> get(String app) {
    List<Instance> instances = runtime.instances();
    synchronized (desired) {
      return desired.find(app).map(s -> status(s, instances));
    }
  }

  @Override
  public void close() {
    loop.close();
    measured.close();
    comparison.close();
    try {
      watching.close();
    } catch (Exception e) {
      LOG.warn("the runtime does not let go of its watcher", e);
    }
  }

  private void step() {
    synchronized (desired) {
      convergence.step();
      publisher.publish(list());
    }
  }

  private void changed(Instance instance) {
    loop.poke();
    if (instance.exit() != null) {
      synchronized (desired) {
        desired.find(instance.workload().app()).ifPresent(state -> recorder.ended(instance, state));
      }
    }
  }

  private AppStatus status(AppState state, List<Instance> all) {
    return AppStatus.of(state, all, scaling.status(state), canaries.status(state).orElse(null));
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
}
