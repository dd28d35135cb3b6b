package io.opencop.sessions.was;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.BindException;
import java.net.MalformedURLException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Runs a WAR on the Tomcat it needs: {@code java -jar launcher.jar --war shop.war --port 8080}.
 * Tomcat and the session manager are in a class loader of their own, of which the application sees
 * only Tomcat.
 */
public final class Launcher {
  private static final String HOST = "io.opencop.sessions.tomcat.war.WarHost";

  private Launcher() {}

  /** Ends with 0 after SIGTERM, 1 where the WAR does not start, 2 where the arguments are wrong. */
  public static void main(String[] arguments) {
    try {
      run(Options.parse(List.of(arguments), System.getenv()));
    } catch (WasException e) {
      System.err.println(e.getMessage());
      // Threads of a half-started application would keep the JVM.
      System.exit(e.exitCode());
    }
  }

  private static void run(Options options) {
    Choice choice = choose(options);
    ClassLoader tomcat = tomcat(choice.tomcat());
    Thread.currentThread().setContextClassLoader(tomcat);
    try {
      Class<?> host = Class.forName(HOST, true, tomcat);
      System.out.println(
          WasMessage.RUNS.here(
              host.getMethod("version").invoke(null), options.war().getFileName(), choice.why()));
      host.getMethod("run", Path.class, String.class, int.class, String.class, Path.class)
          .invoke(
              null,
              options.war(),
              options.address(),
              options.port(),
              options.context(),
              options.work());
    } catch (InvocationTargetException e) {
      throw failure(options, e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new WasException(WasMessage.NO_TOMCAT, e, choice.tomcat().folder());
    }
  }

  private static Choice choose(Options options) {
    try (War war = new War(options.war())) {
      return options.tomcat().map(asked -> Choice.Why.ASKED.to(asked)).orElseGet(war::choice);
    }
  }

  private static WasException failure(Options options, Throwable e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof BindException) {
        return new WasException(
            WasMessage.PORT_TAKEN, e, options.port(), options.address(), cause.getMessage());
      }
    }
    Throwable first = e;
    while (first.getCause() != null) {
      first = first.getCause();
    }
    return new WasException(WasMessage.NOT_STARTED, e, options.war().getFileName(), first);
  }

  private static ClassLoader tomcat(Tomcat version) {
    Path folder = here().resolve(version.folder());
    try (Stream<Path> files = Files.list(folder)) {
      URL[] jars =
          files
              .filter(f -> f.toString().endsWith(".jar"))
              .sorted()
              .map(Launcher::url)
              .toArray(URL[]::new);
      return new URLClassLoader(version.folder(), jars, ClassLoader.getPlatformClassLoader());
    } catch (IOException e) {
      throw new WasException(WasMessage.NO_TOMCAT, e, folder);
    }
  }

  private static URL url(Path jar) {
    try {
      return jar.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Path here() {
    try {
      return new File(Launcher.class.getProtectionDomain().getCodeSource().getLocation().toURI())
          .toPath()
          .toAbsolutePath()
          .getParent();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
