package io.opencop.model.app;

/** Every reason the platform may touch a user's instance for. There is no other. */
public enum RestartReason {
  /** It ended by itself. */
  CRASHED,
  /** It used more memory than it may. */
  OUT_OF_MEMORY,
  /** It said no to its liveness probe too often in a row. */
  LIVENESS_FAILED,
  /** It did not get ready within its start-up time. */
  STARTUP_TOO_SLOW,
  /** Its memory grows without end, and it is replaced before it runs out. */
  LEAKING,
  /** It crashes again and again, and is started after a growing pause. */
  CRASH_LOOP,
  /** A newer release takes its place. */
  RELEASED,
  /** An older release takes its place, because the newer one failed. */
  ROLLED_BACK,
  /** More are wanted. */
  SCALED_UP,
  /** Fewer are wanted. */
  SCALED_DOWN,
  /** A person asked for it. */
  ASKED,
  /** The app was deleted. */
  DELETED,
  /** The machine it ran on is gone or was started again. */
  MACHINE_LOST
}
