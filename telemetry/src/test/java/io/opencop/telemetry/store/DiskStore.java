package io.opencop.telemetry.store;

import io.opencop.telemetry.TelemetryStore;
import io.opencop.telemetry.contract.TelemetryStoreContract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;

/** The real store, as the contract opens it. */
abstract class DiskStore extends TelemetryStoreContract {
  private static final StoreOptions OPTIONS =
      StoreOptions.defaults().withRetention(Map.of(), Long.MAX_VALUE);

  @Override
  public TelemetryStore open(Path dir) {
    return opened(dir);
  }

  static TelemetryStore opened(Path dir) {
    try {
      return DiskTelemetryStore.open(dir, OPTIONS);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
