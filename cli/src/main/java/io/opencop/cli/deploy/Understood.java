package io.opencop.cli.deploy;

import io.opencop.model.message.Message.Text;
import java.nio.file.Path;
import java.util.List;

/**
 * What a path was taken for.
 *
 * @param what in words
 * @param name it suggests for the app
 * @param source the field below {@code spec.source} and its value
 */
public record Understood(Path path, Text what, String name, Source source) {

  /** One field of {@code spec.source}; a manifest of its own where there is one. */
  public sealed interface Source {
    /** {@code jar}, {@code war} or {@code static}. */
    record Artefact(String field, Path path) implements Source {}

    /** A program and its arguments. */
    record Program(List<String> argv) implements Source {
      public Program {
        argv = List.copyOf(argv);
      }
    }

    /** There is a manifest already. */
    record Manifest(Path file) implements Source {}
  }
}
