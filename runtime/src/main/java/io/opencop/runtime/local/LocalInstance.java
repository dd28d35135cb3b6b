package io.opencop.runtime.local;

import io.opencop.model.app.Endpoint;
import io.opencop.model.app.Instance;
import io.opencop.model.app.Instance.State;
import io.opencop.model.app.Release;
import io.opencop.model.app.RestartReason;
import io.opencop.runtime.health.Tally;
import java.time.Instant;

/** What the loop knows of one instance. Belongs to the loop's thread alone. */
final class LocalInstance {
  final InstanceRecord record;
  final Instant started;

  /** Null where it was adopted: then nobody will ever tell us its exit code. */
  final Process process;

  /** Null until somebody has told us the workload of an adopted one. */
  Release release;

  InstanceHealth health;
  Tally readiness = Tally.NONE;
  Tally liveness = Tally.NONE;
  State state = State.STARTING;

  /** By the machine's clock, as it is shown. */
  Instant since = Instant.now();

  /** By the steady clock: when it was started, or adopted. */
  final Instant begun;

  /** By the steady clock. */
  Instant endedAt;

  boolean wasReady;
  RestartReason ending;
  Instant termAt;
  Instant killAt;
  Instance.Exit exit;
  long memoryBytes = -1;
  double cpu = -1;
  long cpuMillis;
  Instant measured;

  /**
   * @param now by the steady clock
   */
  LocalInstance(InstanceRecord record, Process process, Instant now) {
    this.record = record;
    this.process = process;
    this.started = Instant.ofEpochMilli(record.createdMillis());
    this.begun = now;
  }

  Endpoint endpoint() {
    return new Endpoint("127.0.0.1", record.port());
  }

  /** Whether it counts for the number that is wanted. */
  boolean counts() {
    return state != State.STOPPING && state != State.ENDED;
  }

  boolean runs() {
    return state != State.ENDED;
  }

  Instance view() {
    return new Instance(
        record.name(),
        record.workload(),
        state,
        endpoint(),
        started,
        since,
        memoryBytes,
        cpu,
        exit);
  }
}
