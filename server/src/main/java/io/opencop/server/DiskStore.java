package io.opencop.server;

import io.opencop.model.Signal;
import io.opencop.model.message.CopException;
import io.opencop.server.config.Config;
import io.opencop.server.message.StartMessage;
import io.opencop.telemetry.TelemetryStore;
import io.opencop.telemetry.journal.DataFolderLock;
import io.opencop.telemetry.journal.JournalKey;
import io.opencop.telemetry.journal.JournalOptions;
import io.opencop.telemetry.otlp.OtlpLimits;
import io.opencop.telemetry.store.DiskTelemetryStore;
import io.opencop.telemetry.store.StoreOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;

/** The disk store as the configuration asks for it. */
public final class DiskStore {
  /** Raw requests wait in the journal before secrets are taken out of them, so it is encrypted. */
  private static final String JOURNAL_KEY = "journal.key";

  private DiskStore() {}

  /** Opens the store, or says in a person's words why it cannot. */
  public static TelemetryStore open(Config config) {
    Path folder = config.data().dir();
    try {
      createPrivately(folder);
      return DiskTelemetryStore.open(
          folder, options(config, JournalKey.loadOrCreate(folder.resolve(JOURNAL_KEY))));
    } catch (DataFolderLock.InUseException e) {
      throw new CopException(
          StartMessage.DATA_FOLDER_LOCKED.with("path", folder, "holder", e.holder()), e);
    } catch (IOException e) {
      throw new CopException(
          StartMessage.DATA_FOLDER_UNUSABLE.with("path", folder, "reason", e.getMessage()), e);
    }
  }

  /** Telemetry is nobody else's business: a folder we make is the owner's alone. */
  private static void createPrivately(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      return;
    }
    Path parent = folder.toAbsolutePath().getParent();
    if (parent != null) {
      Files.createDirectories(parent);
    }
    boolean posix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
    FileAttribute<?>[] mode =
        posix
            ? new FileAttribute<?>[] {
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
            }
            : new FileAttribute<?>[0];
    Files.createDirectory(folder, mode);
  }

  static StoreOptions options(Config config, JournalKey key) {
    JournalOptions journal = JournalOptions.defaults();
    OtlpLimits limits = OtlpLimits.DEFAULT;
    return new StoreOptions(
        journal
            .withQueueLimitBytes(config.store().queue().bytes())
            .withDedup(config.store().dedupWindow(), journal.dedupEntries())
            .withDisk(config.data().minFree().bytes(), journal.probeInterval())
            .withKey(key),
        new OtlpLimits(
            config.limits().attributesPerItem(),
            limits.keyBytes(),
            limits.valueBytes(),
            limits.bodyBytes(),
            limits.events(),
            limits.links(),
            limits.exemplars(),
            limits.buckets()),
        config.limits().itemsPerRequest(),
        config.limits().spansPerTrace(),
        config.store().sliceRows(),
        config.store().sliceJournal().bytes(),
        config.store().sliceAge(),
        config.limits().operationsPerService(),
        Map.of(
            Signal.SPANS, config.retention().tracesAge(),
            Signal.LOGS, config.retention().logsAge(),
            Signal.METRICS, config.retention().metricsAge()),
        config.retention().size().bytes(),
        config.store().compression(),
        config.store().queryMemory().bytes(),
        config.redaction().defaults(),
        config.redaction().patterns());
  }
}
