package io.opencop.server.apps;

import io.opencop.model.Change;
import io.opencop.model.app.App;
import io.opencop.model.app.Instance;
import io.opencop.model.app.RestartReason;
import io.opencop.model.message.Lang;
import io.opencop.model.message.Notice;
import io.opencop.runtime.control.AppStatus;
import io.opencop.runtime.control.Apps;
import io.opencop.runtime.control.ControlSettings;
import io.opencop.runtime.control.Differences;
import io.opencop.runtime.control.traffic.Traffic;
import io.opencop.runtime.disk.Durable;
import io.opencop.runtime.local.LocalRuntime;
import io.opencop.runtime.local.LocalSettings;
import io.opencop.server.apps.keep.GatewayKeeper;
import io.opencop.server.apps.keep.GatewayPlan;
import io.opencop.server.apps.keep.GatewayState;
import io.opencop.server.apps.keep.GridKeeper;
import io.opencop.server.apps.keep.GridPlan;
import io.opencop.server.apps.keep.GridState;
import io.opencop.server.apps.logs.LogShipper;
import io.opencop.server.config.RuntimeConfig.OnStop;
import io.opencop.server.sessions.SessionRegistry;
import io.opencop.sessions.grid.GridAccess;
import io.opencop.telemetry.TelemetryStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The apps of this machine, with what they print and what is done to them going to the store. */
public final class AppHost implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(AppHost.class);

  /** Beyond the drain and grace the apps themselves ask for. */
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  /** As Kubernetes does. */
  private static final Duration SCALE_EVERY = Duration.ofSeconds(15);

  private final Settings settings;
  private final Traffic traffic;
  private final Secrets secrets;
  private final Optional<GatewayKeeper> gateway;
  private final Optional<GridKeeper> grid;
  private final LocalRuntime runtime;

  /** Of every app there was: one that has been deleted may still be ending. */
  private volatile Duration longestStop = Duration.ZERO;

  private final Apps apps;
  private final LogShipper logs;
  private final SessionRegistry registry;

  /**
   * What a host needs.
   *
   * @param folder for what is wanted, artefacts and instances
   * @param lib what the program carries for others
   * @param gateway how to run one; empty for none
   * @param grid how to run one; empty for none
   * @param url where instances send OTLP/HTTP
   * @param token they send it with; empty for none
   * @param store gets Changes and what instances print
   * @param lang of the sentences on the timeline
   * @param workers where probes wait
   * @param say hears what a person should know
   */
  public record Settings(
      Path folder,
      OnStop onStop,
      Path lib,
      Optional<GatewayPlan> gateway,
      Optional<GridPlan> grid,
      String url,
      String token,
      TelemetryStore store,
      Lang lang,
      Executor workers,
      Consumer<Notice> say) {}

  /** Adopts what still runs, and begins to bring about what is wanted. */
  public AppHost(Settings settings) {
    this.settings = settings;
    try {
      Durable.privateFolder(settings.folder());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot use " + settings.folder(), e);
    }
    this.traffic = new Traffic(ControlSettings.gateway(settings.folder()));
    this.secrets = new Secrets(settings.folder().resolve("secrets"));
    this.gateway = settings.gateway().map(plan -> new GatewayKeeper(plan, settings.say()));
    this.grid = settings.grid().map(GridKeeper::new);
    Programs programs =
        new Programs(
            new InstanceTelemetry(settings.url(), settings.token()),
            secrets,
            new Programs.Grid() {
              @Override
              public GridAccess want() {
                return grid.orElseThrow().want();
              }

              @Override
              public boolean starts() {
                return grid.orElseThrow().starts();
              }
            },
            settings.lib());
    this.runtime =
        new LocalRuntime(
            new LocalSettings(
                instances(), programs, e -> traffic.idle(e.toString()), settings.workers()));
    this.apps =
        new Apps(
            new ControlSettings(
                settings.folder(),
                this::changed,
                settings.lang(),
                traffic,
                new MetricQueries(settings.store()),
                new VersionQueries(settings.store()),
                SCALE_EVERY),
            runtime);
    this.registry = new SessionRegistry(this::answering, settings.store());
    this.logs = new LogShipper(instances(), runtime::instances, this::version, settings.store());
    apps.list().forEach(a -> wanted(a.state().app()));
  }

  /** What an app needs beside it: it takes its time to start, so it begins now. */
  private void wanted(App app) {
    Duration stop = app.stop().drain().plus(app.stop().grace());
    longestStop = stop.compareTo(longestStop) > 0 ? stop : longestStop;
    gateway.ifPresent(GatewayKeeper::want);
    if (app.sessions() != null) {
      grid.ifPresent(GridKeeper::want);
    }
  }

  /**
   * Makes these apps wanted, or none of them.
   *
   * @param dryRun to be told only what would come of it
   */
  public Map<String, Apps.Applied> apply(List<App> wanted, boolean dryRun, String who) {
    new Admission(secrets, grid.isPresent(), Programs.launcher(settings.lib())).check(wanted);
    Map<String, Apps.Applied> applied = new LinkedHashMap<>();
    for (App app : wanted) {
      if (!dryRun) {
        wanted(app);
      }
      applied.put(app.name(), dryRun ? apps.preview(app) : apps.apply(app, who));
    }
    return applied;
  }

  /** In what {@link #apply} would change each; refuses what that would refuse. */
  public List<Differences> differences(List<App> wanted) {
    new Admission(secrets, grid.isPresent(), Programs.launcher(settings.lib())).check(wanted);
    return wanted.stream().map(apps::differences).toList();
  }

  public Apps apps() {
    return apps;
  }

  /** What is known of the sessions of the apps' users. */
  public SessionRegistry registry() {
    return registry;
  }

  public Secrets secrets() {
    return secrets;
  }

  /** The gateway now. */
  public GatewayState gateway() {
    return gateway.map(GatewayKeeper::state).orElse(GatewayState.OFF);
  }

  /** How the session grid is reached; empty where there is none, or no app has wanted it yet. */
  public Optional<GridAccess> sessions() {
    return grid.flatMap(GridKeeper::access);
  }

  /** While it starts for the first time nobody is asked for what cannot be there yet. */
  private Optional<GridAccess> answering() {
    return grid.filter(GridKeeper::starts).isPresent() ? Optional.empty() : sessions();
  }

  /** The session grid now. */
  public GridState grid() {
    return grid.map(GridKeeper::state).orElse(GridState.OFF);
  }

  /** Where the gateway's routes and the note of where it listens are. */
  public Path gatewayFolder() {
    return settings.folder().resolve("gateway");
  }

  private Path instances() {
    return settings.folder().resolve("instances");
  }

  private void changed(Change change) {
    var _ =
        settings
            .store()
            .appendChange(change)
            .whenComplete((_, failure) -> {
              if (failure != null) {
                LOG.warn("a Change could not be stored: {}", change, failure);
              }
            });
  }

  private String version(Instance instance) {
    return apps.get(instance.workload().app())
        .flatMap(a -> release(a, instance.workload().release()))
        .orElse("");
  }

  private static Optional<String> release(AppStatus app, int number) {
    return app.state().releases().stream()
        .filter(r -> r.number() == number)
        .map(r -> r.version())
        .findFirst();
  }

  /** Ends the instances where that is wanted; what they printed last is in the store. */
  @Override
  public void close() {
    Duration longest = longestStop;
    apps.close();
    List<String> ended = settings.onStop() == OnStop.STOP ? stop(longest) : List.of();
    logs.close();
    registry.close();
    runtime.close();
    traffic.close();
    beside();
    for (String name : ended) {
      // They were told to end: the next start shall not find them and call it a crash.
      try {
        Durable.delete(instances().resolve(name));
      } catch (IOException e) {
        LOG.warn("the folder of {} could not be deleted", name, e);
      }
    }
  }

  /**
   * After the instances: their last requests came through the one, their sessions go to the other.
   */
  private void beside() {
    boolean stop = settings.onStop() == OnStop.STOP;
    Thread way =
        Thread.ofVirtual()
            .start(() -> gateway.ifPresent(stop ? GatewayKeeper::stop : GatewayKeeper::close));
    grid.ifPresent(stop ? GridKeeper::stop : GridKeeper::close);
    try {
      way.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private List<String> stop(Duration longest) {
    List<Instance> running = runtime.instances().stream().filter(Instance::runs).toList();
    running.stream()
        .map(Instance::workload)
        .distinct()
        .forEach(w -> runtime.remove(w, RestartReason.ASKED));
    long until = System.nanoTime() + longest.plus(PATIENCE).toNanos();
    List<Instance> left = running;
    try {
      while (!left.isEmpty() && System.nanoTime() < until) {
        Thread.sleep(20);
        left = runtime.instances().stream().filter(Instance::runs).toList();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    List<Instance> still = left;
    still.forEach(i -> LOG.warn("{} did not end; the next start adopts it", i.name()));
    return running.stream()
        .map(Instance::name)
        .filter(name -> still.stream().noneMatch(i -> i.name().equals(name)))
        .toList();
  }
}
