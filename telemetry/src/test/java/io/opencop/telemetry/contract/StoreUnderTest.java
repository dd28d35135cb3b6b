package io.opencop.telemetry.contract;

import io.opencop.telemetry.TelemetryStore;
import java.nio.file.Path;

/** One implementation, and what it does not promise. */
public interface StoreUnderTest {
  /** What happens between any two steps of a test; no answer may change by it. */
  enum Disturbance {
    NONE,
    SEAL,
    REOPEN,
    /** Sealed, restarted, left alone, in turn. */
    MIXED
  }

  /** A store on this folder, which may hold what an earlier one left. */
  TelemetryStore open(Path dir);

  /** Whether it keeps what it acknowledged after close. */
  default boolean durable() {
    return true;
  }

  default Disturbance disturbance() {
    return Disturbance.NONE;
  }
}
