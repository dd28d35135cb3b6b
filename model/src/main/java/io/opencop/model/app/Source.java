package io.opencop.model.app;

import java.util.List;

/** What an app is made of. Paths are absolute once a manifest has been read. */
public sealed interface Source {
  /** An executable JAR, run by the machine's JDK. */
  record Jar(String path) implements Source {}

  /** A web archive; the platform brings the Tomcat its descriptor asks for. */
  record War(String path) implements Source {}

  /**
   * A folder of files, served by the platform's web server.
   *
   * @param singlePage whether a path that is no file gets {@code index.html}
   */
  record StaticSite(String path, boolean singlePage) implements Source {}

  /** Any program, first the executable, then its arguments as they are. For operators only. */
  record Command(List<String> argv) implements Source {
    public Command {
      argv = List.copyOf(argv);
    }
  }

  /** A container image; not for the local runtime. */
  record Image(String reference) implements Source {}
}
