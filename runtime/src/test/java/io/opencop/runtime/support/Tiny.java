package io.opencop.runtime.support;

import io.opencop.model.app.App;
import io.opencop.model.app.EnvValue;
import io.opencop.model.app.Health;
import io.opencop.model.app.Probe;
import io.opencop.model.app.Release;
import io.opencop.model.app.Resources;
import io.opencop.model.app.Rollout;
import io.opencop.model.app.Route;
import io.opencop.model.app.Scale;
import io.opencop.model.app.Source;
import io.opencop.model.app.Stop;
import io.opencop.model.app.TrafficLimits;
import io.opencop.runtime.local.Program;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** An app made of {@link TinyServer}, whose arguments are its habits. */
public final class Tiny {
  private static final Scale.Rules FREE =
      new Scale.Rules(Duration.ZERO, List.of(), Scale.Choice.MAX);

  private Tiny() {}

  public static App app(int replicas, Duration startup, List<String> habits, String greeting) {
    Probe probe =
        new Probe(new Probe.Check.Http("/"), Duration.ofMillis(200), Duration.ofSeconds(2), 2, 1);
    return new App(
        "tiny",
        Map.of(),
        new Source.Command(habits),
        0,
        Map.of("GREETING", new EnvValue.Plain(greeting)),
        new Resources(300L << 20, 0),
        new Health(probe, probe, startup),
        new Stop(Duration.ofSeconds(2), Duration.ofSeconds(2)),
        new Scale(replicas, Math.max(1, replicas), List.of(), FREE, FREE),
        new Rollout.Rolling(new Rollout.Amount(1, false), new Rollout.Amount(0, false)),
        null,
        TrafficLimits.DEFAULTS,
        List.of(new Route(null, "/")));
  }

  /** The same app, scaled by its CPU without any brake. */
  public static App scaled(App app, int min, int max, int percent) {
    Scale.Target cpu = new Scale.Target(Scale.Measure.CPU, null, percent);
    return with(app, new Scale(min, max, List.of(cpu), FREE, FREE), app.rollout());
  }

  /** The same app, rolled out all at once. */
  public static App blueGreen(App app, Duration keepOld) {
    return with(app, app.scale(), new Rollout.BlueGreen(keepOld));
  }

  /** The same app, which may sleep when nobody has used it for so long. */
  public static App sleepy(App app, int max, Duration quiet) {
    Scale.Rules down = new Scale.Rules(quiet, List.of(), Scale.Choice.MAX);
    return with(app, new Scale(0, max, List.of(), FREE, down), app.rollout());
  }

  /** The same app, scaled by something of each instance without any brake. */
  public static App scaledBy(App app, int min, int max, Scale.Target target) {
    return with(app, new Scale(min, max, List.of(target), FREE, FREE), app.rollout());
  }

  /** The same app, whose new releases get more and more of the requests. */
  public static App canary(App app, Rollout.Step... steps) {
    return with(app, app.scale(), new Rollout.Canary(List.of(steps)));
  }

  /** The same app, which always listens there. */
  public static App at(App app, int port) {
    return new App(
        app.name(),
        app.labels(),
        app.source(),
        port,
        app.env(),
        app.resources(),
        app.health(),
        app.stop(),
        app.scale(),
        app.rollout(),
        app.sessions(),
        app.traffic(),
        app.routes());
  }

  /** The same app, whose instances have so long for what is in progress. */
  public static App draining(App app, Duration drain) {
    return new App(
        app.name(),
        app.labels(),
        app.source(),
        app.port(),
        app.env(),
        app.resources(),
        app.health(),
        new Stop(drain, app.stop().grace()),
        app.scale(),
        app.rollout(),
        app.sessions(),
        app.traffic(),
        app.routes());
  }

  /** The same app, to which the gateway lets through no more than this. */
  public static App limited(App app, TrafficLimits traffic) {
    return new App(
        app.name(),
        app.labels(),
        app.source(),
        app.port(),
        app.env(),
        app.resources(),
        app.health(),
        app.stop(),
        app.scale(),
        app.rollout(),
        app.sessions(),
        traffic,
        app.routes());
  }

  private static App with(App app, Scale scale, Rollout rollout) {
    return new App(
        app.name(),
        app.labels(),
        app.source(),
        app.port(),
        app.env(),
        app.resources(),
        app.health(),
        app.stop(),
        scale,
        rollout,
        app.sessions(),
        app.traffic(),
        app.routes());
  }

  /** Fits {@link Program.Finder}. */
  public static Program program(Release release, String instance, int port, Path secrets) {
    List<String> argv = new ArrayList<>();
    argv.add(ProcessHandle.current().info().command().orElseThrow());
    argv.addAll(List.of("-Xmx48m", "-XX:MaxDirectMemorySize=2g", "-XX:TieredStopAtLevel=1"));
    argv.addAll(List.of("-cp", System.getProperty("java.class.path"), TinyServer.class.getName()));
    argv.addAll(((Source.Command) release.app().source()).argv());
    Map<String, String> environment = new HashMap<>();
    release
        .app()
        .env()
        .forEach((name, value) -> environment.put(name, ((EnvValue.Plain) value).value()));
    return new Program(argv, environment);
  }
}
