package io.opencop.telemetry;

import java.nio.file.Path;

/** What a store may offer: a consistent copy of all it keeps, made while it runs. */
public interface BackupStore {
  /**
   * @param files files written
   * @param bytes bytes in them
   */
  record BackupReport(String path, int files, long bytes) {}

  /**
   * Writes the copy into a new folder. An {@link IllegalArgumentException} says why the folder will
   * not do.
   */
  BackupReport backup(Path folder);
}
