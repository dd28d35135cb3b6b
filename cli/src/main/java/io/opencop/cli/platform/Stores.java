package io.opencop.cli.platform;

import io.opencop.cli.CliMessage;
import io.opencop.model.Signal;
import io.opencop.server.config.Config;
import io.opencop.server.config.RetentionConfig;
import io.opencop.server.config.StoreConfig;
import io.opencop.server.message.CopException;
import io.opencop.server.message.StartMessage;
import io.opencop.telemetry.TelemetryStore;
import io.opencop.telemetry.journal.DataFolderLock;
import io.opencop.telemetry.journal.JournalOptions;
import io.opencop.telemetry.otlp.OtlpLimits;
import io.opencop.telemetry.store.Backup;
import io.opencop.telemetry.store.DiskTelemetryStore;
import io.opencop.telemetry.store.StoreOptions;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Supplier;

/** From the configuration to the store on disk. */
public final class Stores {
  private Stores() {}

  static Supplier<TelemetryStore> opener(Config config) {
    return () -> open(config);
  }

  private static TelemetryStore open(Config config) {
    Path dir = config.data().dir();
    try {
      return DiskTelemetryStore.open(dir, options(config));
    } catch (DataFolderLock.InUseException e) {
      throw new CopException(
          StartMessage.DATA_FOLDER_LOCKED.with("path", dir, "holder", e.holder()), e);
    } catch (IOException e) {
      throw new CopException(
          StartMessage.DATA_FOLDER_UNUSABLE.with("path", dir, "reason", reason(e)), e);
    }
  }

  /** What of the configuration the store reads. */
  static StoreOptions options(Config config) {
    StoreOptions defaults = StoreOptions.defaults();
    StoreConfig store = config.store();
    RetentionConfig retention = config.retention();
    JournalOptions journal =
        defaults
            .journal()
            .withQueueLimitBytes(store.queue().bytes())
            .withDedup(store.dedupWindow(), defaults.journal().dedupEntries())
            .withDisk(config.data().minFree().bytes(), defaults.journal().probeInterval());
    return new StoreOptions(
        journal,
        limits(defaults.limits(), config.limits().attributesPerItem()),
        store.sliceRows(),
        store.sliceJournal().bytes(),
        store.sliceAge(),
        config.limits().operationsPerService(),
        Map.of(
            Signal.SPANS, retention.tracesAge(),
            Signal.LOGS, retention.logsAge(),
            Signal.METRICS, retention.metricsAge()),
        retention.size().bytes(),
        store.compression(),
        store.queryMemory().bytes(),
        config.redaction().defaults(),
        config.redaction().patterns());
  }

  private static OtlpLimits limits(OtlpLimits d, int attributes) {
    return new OtlpLimits(
        attributes,
        d.keyBytes(),
        d.valueBytes(),
        d.bodyBytes(),
        d.events(),
        d.links(),
        d.exemplars(),
        d.buckets());
  }

  /** Copies a backup into a data folder that is empty or not there yet. */
  public static void restore(Path backup, Path data) {
    try {
      Backup.restore(backup, data);
    } catch (FileAlreadyExistsException e) {
      throw new CopException(CliMessage.NOT_EMPTY.with("path", data), e);
    } catch (NoSuchFileException e) {
      throw new CopException(CliMessage.NOT_A_BACKUP.with("path", backup), e);
    } catch (IOException e) {
      throw new CopException(CliMessage.FILE_PROBLEM.with("path", backup, "reason", reason(e)), e);
    }
  }

  private static String reason(IOException e) {
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }
}
