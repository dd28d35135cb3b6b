package io.opencop.telemetry.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * What durable storage needs of a file system, so that a test can take away what was not forced.
 * {@link RealFileLayer} is the real one.
 */
public interface FileLayer {
  /** Creates a folder and those above it. Durable after {@link #syncDirectory} of each parent. */
  void createDirectories(Path dir) throws IOException;

  /** Creates a folder and makes its name durable, also where an earlier start made it. */
  default void createDurably(Path dir) throws IOException {
    createDirectories(dir);
    syncDirectory(dir.toAbsolutePath().getParent());
  }

  /** The files directly in {@code dir}, sorted by name; empty where there is no such folder. */
  List<Path> list(Path dir) throws IOException;

  /** Creates a new file for reading and writing. Durable only after {@link #syncDirectory}. */
  FileHandle create(Path file) throws IOException;

  /** Opens a file that exists for reading and writing. */
  FileHandle open(Path file) throws IOException;

  /**
   * Opens a file that was not written through this layer, the query engine's for example: neither
   * its content nor its name counts as durable yet.
   */
  FileHandle adopt(Path file) throws IOException;

  /** Deletes a file if it is there. Durable only after {@link #syncDirectory}. */
  void delete(Path file) throws IOException;

  /** Renames within one file system, atomically, replacing what is there. */
  void replace(Path from, Path to) throws IOException;

  /** Forces names created, renamed or deleted in {@code dir} to disk. */
  void syncDirectory(Path dir) throws IOException;

  /** Bytes this process could still write there. */
  long usableBytes(Path dir) throws IOException;
}
