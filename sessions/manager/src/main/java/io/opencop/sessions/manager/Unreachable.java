package io.opencop.sessions.manager;

/** What a request gets while the grid cannot be reached. */
public enum Unreachable {
  /** Waits for the grid up to a limit, then is refused. */
  WAIT,
  /** Is served from this instance's own copy, visibly degraded; refused where there is none. */
  LOCAL,
  /** Is refused at once. */
  REFUSE
}
