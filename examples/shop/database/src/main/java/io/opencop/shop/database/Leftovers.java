package io.opencop.shop.database;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** What an earlier server left when it was killed. */
final class Leftovers {
  /** Written by the unpacker when it is done. */
  private static final String UNPACKED = ".exists";

  private Leftovers() {}

  static void sweepData(Path folder) throws IOException {
    sweep(folder, "data-*");
  }

  /** Binaries that were not unpacked to the end: they would make every later start fail. */
  static void sweepHalfUnpacked(Path binaries) throws IOException {
    sweep(binaries, "PG-*");
  }

  private static void sweep(Path folder, String pattern) throws IOException {
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, pattern)) {
      for (Path entry : entries) {
        if (!Files.exists(entry.resolve(UNPACKED))) {
          Folders.delete(entry);
        }
      }
    }
  }
}
