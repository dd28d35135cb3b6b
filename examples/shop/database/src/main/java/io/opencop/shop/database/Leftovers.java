package io.opencop.shop.database;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** What an earlier server left in its folder when it was killed. */
final class Leftovers {
  /** Written by the unpacker when it is done. */
  private static final String UNPACKED = ".exists";

  private Leftovers() {}

  /**
   * Removes old data, and binaries that were not unpacked to the end: those would make every later
   * start fail. Whole binaries stay.
   */
  static void sweep(Path folder) throws IOException {
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, "{data-,PG-}*")) {
      for (Path entry : entries) {
        if (!Files.exists(entry.resolve(UNPACKED))) {
          Folders.delete(entry);
        }
      }
    }
  }
}
