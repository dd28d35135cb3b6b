package io.opencop.server.apps;

import io.opencop.model.Change;
import io.opencop.model.app.App;
import io.opencop.model.app.Instance;
import io.opencop.model.app.RestartReason;
import io.opencop.model.message.Lang;
import io.opencop.runtime.control.AppStatus;
import io.opencop.runtime.control.Apps;
import io.opencop.runtime.control.ControlSettings;
import io.opencop.runtime.control.traffic.Traffic;
import io.opencop.runtime.disk.Durable;
import io.opencop.runtime.local.LocalRuntime;
import io.opencop.runtime.local.LocalSettings;
import io.opencop.server.apps.logs.LogShipper;
import io.opencop.server.config.RuntimeConfig.OnStop;
import io.opencop.telemetry.TelemetryStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
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
  private final LocalRuntime runtime;
  private final Apps apps;
  private final LogShipper logs;

  /**
   * What a host needs.
   *
   * @param folder for what is wanted, artefacts and instances
   * @param url where instances send OTLP/HTTP
   * @param token they send it with; empty for none
   * @param store gets Changes and what instances print
   * @param lang of the sentences on the timeline
   * @param workers where probes wait
   */
  public record Settings(
      Path folder,
      OnStop onStop,
      String url,
      String token,
      TelemetryStore store,
      Lang lang,
      Executor workers) {}

  /** Adopts what still runs, and begins to bring about what is wanted. */
  public AppHost(Settings settings) {
    this.settings = settings;
    Programs programs = new Programs(new Programs.Receiver(settings.url(), settings.token()));
    try {
      Durable.privateFolder(settings.folder());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot use " + settings.folder(), e);
    }
    this.traffic = new Traffic(ControlSettings.gateway(settings.folder()));
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
                SCALE_EVERY),
            runtime);
    this.logs = new LogShipper(instances(), runtime::instances, this::version, settings.store());
  }

  /**
   * Makes these apps wanted, or none of them.
   *
   * @param dryRun to be told only what would come of it
   */
  public Map<String, Apps.Applied> apply(List<App> wanted, boolean dryRun, String who) {
    Admission.check(wanted);
    Map<String, Apps.Applied> applied = new LinkedHashMap<>();
    for (App app : wanted) {
      applied.put(app.name(), dryRun ? apps.preview(app) : apps.apply(app, who));
    }
    return applied;
  }

  public Apps apps() {
    return apps;
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

  private static java.util.Optional<String> release(AppStatus app, int number) {
    return app.state().releases().stream()
        .filter(r -> r.number() == number)
        .map(r -> r.version())
        .findFirst();
  }

  /** Ends the instances where that is wanted; what they printed last is in the store. */
  @Override
  public void close() {
    Duration longest = longestStop();
    apps.close();
    List<String> ended = settings.onStop() == OnStop.STOP ? stop(longest) : List.of();
    logs.close();
    runtime.close();
    traffic.close();
    for (String name : ended) {
      // They were told to end: the next start shall not find them and call it a crash.
      try {
        Durable.delete(instances().resolve(name));
      } catch (IOException e) {
        LOG.warn("the folder of {} could not be deleted", name, e);
      }
    }
  }

  private Duration longestStop() {
    return apps.list().stream()
        .map(a -> a.state().app().stop())
        .map(s -> s.drain().plus(s.grace()))
        .max(Duration::compareTo)
        .orElse(Duration.ZERO);
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
