package io.opencop.server.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where values may come from, weakest first: the file, the environment, the flags.
 *
 * @param file the YAML file; it must exist when given
 * @param flags {@code key=value} texts in the order typed; the last of a key wins
 * @param home what a leading {@code ~/} means
 */
public record ConfigSources(
    Optional<Path> file, Map<String, String> environment, List<String> flags, Path home) {

  /** Only defaults and these flags: for tests and for embedding. */
  public static ConfigSources of(String... flags) {
    return new ConfigSources(
        Optional.empty(), Map.of(), List.of(flags), Path.of(System.getProperty("user.home")));
  }
}
