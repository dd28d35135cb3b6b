package io.opencop.telemetry.store;

import io.opencop.telemetry.TelemetryStore;
import io.opencop.telemetry.contract.OracleEquality;
import java.nio.file.Path;

/** The disk store answers as the oracle does. */
class DiskEqualsOracleTest extends OracleEquality {
  @Override
  protected TelemetryStore open(Path dir) {
    return DiskStore.opened(dir);
  }
}
