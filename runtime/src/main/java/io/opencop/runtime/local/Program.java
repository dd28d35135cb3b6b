package io.opencop.runtime.local;

import io.opencop.model.app.Release;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * How a release is started on this machine. What serves a WAR or a static site, and where
 * artefacts, agent and secrets are, is known to whoever makes the runtime.
 *
 * @param argv the executable first
 * @param environment beside what every instance gets
 */
public record Program(List<String> argv, Map<String, String> environment) {
  public Program {
    argv = List.copyOf(argv);
    environment = Map.copyOf(environment);
  }

  /** Finds the program of a release. */
  @FunctionalInterface
  public interface Finder {
    /**
     * @param instance its name
     * @param port where it is to listen
     * @param secrets folder of its own for secrets that are wanted as files
     */
    Program find(Release release, String instance, int port, Path secrets);

    /** Whether something beside it has to be there first: it is started when that is so. */
    default boolean waits(Release release) {
      return false;
    }
  }
}
