package io.opencop.runtime.local;

import io.opencop.model.app.WorkloadId;

/**
 * What is on disk about an instance, so that a platform that was killed finds it again.
 *
 * @param token random, in the instance's environment: finds it where the platform died between
 *     starting it and writing down its pid
 * @param port where it listens
 * @param pid 0 until it was started; also its process group
 * @param startTicks with pid and bootId names the process for good
 * @param createdMillis since 1970
 * @param drainMillis how long it is let finish what it is at
 * @param graceMillis from SIGTERM to SIGKILL
 */
record InstanceRecord(
    String name,
    String app,
    int release,
    String token,
    int port,
    long pid,
    long startTicks,
    String bootId,
    long createdMillis,
    long memoryBytes,
    long drainMillis,
    long graceMillis) {

  WorkloadId workload() {
    return new WorkloadId(app, release);
  }

  InstanceRecord started(ProcFs.Stat stat, String boot) {
    return at(stat.pid(), stat.startTicks(), boot);
  }

  /** It was gone before we could look, or this machine has no /proc. */
  InstanceRecord startedUnseen(long itsPid, String boot) {
    return at(itsPid, 0, boot);
  }

  private InstanceRecord at(long itsPid, long ticks, String boot) {
    return new InstanceRecord(
        name,
        app,
        release,
        token,
        port,
        itsPid,
        ticks,
        boot,
        createdMillis,
        memoryBytes,
        drainMillis,
        graceMillis);
  }
}
