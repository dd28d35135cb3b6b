package io.opencop.server.apps;

import io.opencop.model.app.App;
import io.opencop.model.app.EnvValue;
import io.opencop.model.app.Release;
import io.opencop.model.app.Source;
import io.opencop.model.message.CopException;
import io.opencop.runtime.local.Program;
import io.opencop.sessions.grid.GridAccess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How a release becomes a process: an executable JAR by the JDK that runs us, a WAR by the Tomcat
 * it needs, a command as it is. All are told where to send their telemetry; JVMs are observed by
 * the OpenTelemetry agent.
 */
final class Programs implements Program.Finder {
  private final InstanceTelemetry telemetry;
  private final Secrets secrets;
  private final Grid grid;
  private final Path lib;
  private final Jvm jvm;

  /**
   * @param grid for instances with sessions
   * @param lib folder of what the program carries for others
   */
  Programs(InstanceTelemetry telemetry, Secrets secrets, Grid grid, Path lib) {
    this.telemetry = telemetry;
    this.secrets = secrets;
    this.grid = grid;
    this.lib = lib;
    this.jvm = new Jvm(lib);
  }

  /** The session grid, as instances need it. */
  interface Grid {
    /** How it is reached; from now on there is one. */
    GridAccess want();

    /** Whether it starts for the first time. */
    boolean starts();
  }

  /** A member that is asked while it joins the others may never get their data. */
  @Override
  public boolean waits(Release release) {
    if (release.app().sessions() == null) {
      return false;
    }
    try {
      grid.want();
      return grid.starts();
    } catch (CopException e) {
      // Waiting would not help: the start fails, and says why.
      return false;
    }
  }

  @Override
  public Program find(Release release, String instance, int port, Path own) {
    App app = release.app();
    Map<String, String> environment = telemetry.environment(release);
    try {
      if (app.sessions() != null) {
        environment.putAll(SessionWiring.wire(app, grid.want(), own));
      }
      Map<String, String> given = given(app, own);
      if (isJvm(app) && jvm.observed(given)) {
        environment.putAll(InstanceTelemetry.agent());
      }
      environment.putAll(given);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    InstanceTelemetry.identify(environment, release, instance);
    return new Program(argv(app, port, environment), environment);
  }

  private Map<String, String> given(App app, Path own) throws IOException {
    Map<String, String> given = new HashMap<>();
    for (Map.Entry<String, EnvValue> one : app.env().entrySet()) {
      given.put(
          one.getKey(),
          switch (one.getValue()) {
            case EnvValue.Plain plain -> plain.value();
            case EnvValue.Secret secret -> secrets.resolve(secret, own);
          });
    }
    return given;
  }

  private static boolean isJvm(App app) {
    return app.source() instanceof Source.Jar || app.source() instanceof Source.War;
  }

  private List<String> argv(App app, int port, Map<String, String> environment) {
    return switch (app.source()) {
      case Source.Command command -> command.argv();
      case Source.Jar jar -> {
        List<String> argv = jvm.argv(app.resources().memoryBytes(), environment);
        argv.addAll(List.of("-jar", jar.path()));
        yield argv;
      }
      case Source.War war -> {
        List<String> argv = jvm.argv(app.resources().memoryBytes(), environment);
        argv.addAll(List.of("-jar", launcher().toString()));
        argv.addAll(List.of("--war", war.path(), "--port", Integer.toString(port)));
        yield argv;
      }
      case Source.StaticSite site ->
          SiteProgram.argv(OwnProgram.running(), site, app.resources().memoryBytes(), port);
      case Source.Image _ -> throw new IllegalStateException("not run here: " + app.source());
    };
  }

  /** Finds the Tomcat the WAR needs in the folders beside itself. */
  private Path launcher() {
    return launcher(lib);
  }

  static Path launcher(Path lib) {
    return lib.resolve("was").resolve("launcher.jar");
  }
}
