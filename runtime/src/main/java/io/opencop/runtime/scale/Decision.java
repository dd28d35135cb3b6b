package io.opencop.runtime.scale;

import java.time.Instant;
import java.util.List;

/**
 * What scaling decided and why.
 *
 * @param current how many were wanted before
 * @param proposals one per target, in the manifest's order
 * @param computed what the targets ask for together, before any limit
 * @param replicas what is to run
 * @param limit what kept replicas from being computed
 */
public record Decision(
    Instant at, int current, List<Proposal> proposals, int computed, int replicas, Limit limit) {
  public Decision {
    proposals = List.copyOf(proposals);
  }

  Decision by(Limit other) {
    return new Decision(at, current, proposals, computed, replicas, other);
  }

  /** What bit. */
  public enum Limit {
    NONE,
    /** The departure is too small to act on. */
    TOLERANCE,
    /** A target could not be measured, so fewer would be a guess. */
    NOT_MEASURED,
    /** An earlier recommendation within the window is safer. */
    WINDOW,
    /** A policy allows no further step yet. */
    POLICY,
    MIN,
    MAX,
    /** The bounds are those of a window of the schedule. */
    SCHEDULE
  }
}
