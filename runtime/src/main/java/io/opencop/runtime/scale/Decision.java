package io.opencop.runtime.scale;

import java.util.List;

/**
 * What scaling decided and why.
 *
 * @param proposals one per target, in the manifest's order
 * @param computed what the targets ask for together, before any limit
 * @param replicas what is to run
 * @param limit what kept replicas from being computed
 */
public record Decision(
    int current, List<Proposal> proposals, int computed, int replicas, Limit limit) {
  public Decision {
    proposals = List.copyOf(proposals);
  }

  /** What bit. */
  public enum Limit {
    NONE,
    /** A target could not be measured, so fewer would be a guess. */
    NOT_MEASURED,
    /** An earlier recommendation within the window is safer. */
    WINDOW,
    /** A policy allows no further step yet. */
    POLICY,
    MIN,
    MAX
  }
}
