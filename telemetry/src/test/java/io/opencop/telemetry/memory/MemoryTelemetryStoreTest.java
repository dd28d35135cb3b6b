package io.opencop.telemetry.memory;

import io.opencop.telemetry.TelemetryStore;
import io.opencop.telemetry.contract.TelemetryStoreContract;
import java.nio.file.Path;

/** The oracle keeps its own contract. */
class MemoryTelemetryStoreTest extends TelemetryStoreContract {
  @Override
  public TelemetryStore open(Path dir) {
    return new MemoryTelemetryStore();
  }

  @Override
  public boolean durable() {
    return false;
  }
}
