package io.opencop.model.app;

import java.time.Instant;

/**
 * One running copy (a pod or a process), as its runtime sees it now.
 *
 * @param name unique in time, {@code order-r3-x7k2p}; also its service.instance.id
 * @param endpoint null where it takes no requests (yet)
 * @param since when it came into this state
 * @param memoryBytes of the whole instance; -1 where unknown
 * @param cpu cores used since the last look; -1 where unknown
 * @param exit null while it runs
 */
public record Instance(
    String name,
    WorkloadId workload,
    State state,
    Endpoint endpoint,
    Instant started,
    Instant since,
    long memoryBytes,
    double cpu,
    Exit exit) {

  /** Where an instance is in its life. */
  public enum State {
    /** Wanted, not started: waits for room or for the end of a back-off. */
    PENDING,
    /** Runs, has not been ready yet. */
    STARTING,
    READY,
    /** Has been ready, and is not now. */
    NOT_READY,
    /** Is being ended. */
    STOPPING,
    ENDED
  }

  /**
   * How it ended.
   *
   * @param code exit code; 128 + signal where a signal ended it; -1 where nobody saw it
   * @param reason why, where the platform ended it or can tell
   */
  public record Exit(int code, RestartReason reason, Instant at) {}

  public boolean runs() {
    return state != State.PENDING && state != State.ENDED;
  }
}
