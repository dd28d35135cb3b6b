package io.opencop.cli.platform;

import io.opencop.cli.CliMessage;
import io.opencop.model.message.CopException;
import io.opencop.server.apps.AppsBackup;
import io.opencop.telemetry.store.Backup;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Makes a data folder of a backup. No platform takes part: there is none on that folder yet. */
public final class Restore {
  private Restore() {}

  /** Copies a backup into a data folder that is empty or not there yet. */
  public static Backup.Report of(Path backup, Path data) {
    if (!Files.isRegularFile(backup.resolve("manifest.json"))) {
      throw new CopException(CliMessage.NOT_A_BACKUP.with("path", backup));
    }
    try {
      Backup.Report store = Backup.restore(backup, data);
      AppsBackup.Copied apps = AppsBackup.copy(backup, data);
      return new Backup.Report(
          store.path(), store.files() + apps.files(), store.bytes() + apps.bytes());
    } catch (FileAlreadyExistsException e) {
      throw new CopException(CliMessage.NOT_EMPTY.with("path", data), e);
    } catch (IOException e) {
      throw new CopException(
          CliMessage.FILE_PROBLEM.with("path", backup, "reason", e.getMessage()), e);
    }
  }
}
