package io.opencop.bench.target;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** A benchmark's own temporary folder. */
public final class Folders {
  private Folders() {}

  public static Path temporary() {
    try {
      return Files.createTempDirectory("cop-bench-");
    } catch (IOException e) {
      throw new BenchException("no temporary folder: " + e.getMessage(), e);
    }
  }

  /** Bytes of all files below it. */
  static long size(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).mapToLong(f -> f.toFile().length()).sum();
    } catch (IOException | UncheckedIOException e) {
      return 0;
    }
  }

  public static void remove(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path f : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(f);
      }
    } catch (NoSuchFileException e) {
      // Gone already.
      return;
    } catch (IOException | UncheckedIOException e) {
      throw new BenchException("left behind: " + folder + " (" + e.getMessage() + ")", e);
    }
  }
}
