package io.opencop.server.apps.keep;

import io.opencop.sessions.grid.GridAccess;
import io.opencop.sessions.grid.LocalGridSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where sessions live.
 *
 * @param folder of the grid's members
 * @param members 3, or 1 where memory is short
 * @param lib the program's own folder of jars
 * @param external an operator's own Infinispan, which is used instead
 */
public record GridPlan(Path folder, int members, Path lib, Optional<GridAccess> external) {
  /** The folder itself for three; another one for one, whose members know no others. */
  Path own() {
    return members == 3 ? folder : folder.resolveSibling(folder.getFileName() + "-" + members);
  }

  LocalGridSettings settings() {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    return members == 1
        ? LocalGridSettings.small(own(), java, classPath())
        : LocalGridSettings.of(own(), java, classPath());
  }

  boolean hasLibraries() {
    return Files.isDirectory(lib.resolve("grid"));
  }

  private String classPath() {
    try (Stream<Path> jars = Files.list(lib.resolve("grid"))) {
      return jars.map(Path::toString).sorted().collect(Collectors.joining(":"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
