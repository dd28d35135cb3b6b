package io.opencop.telemetry.memory;

import io.opencop.telemetry.TelemetryStore;
import io.opencop.telemetry.contract.OracleEquality;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The comparison itself: two oracles agree, whatever is asked. */
class MemoryEqualsItselfTest extends OracleEquality {
  private final Map<Path, MemoryTelemetryStore> kept = new HashMap<>();

  /** Stands for a durable store: the same folder gives the same memory. */
  @Override
  protected TelemetryStore open(Path dir) {
    MemoryTelemetryStore store = kept.computeIfAbsent(dir, d -> new MemoryTelemetryStore());
    store.reopen();
    return store;
  }
}
