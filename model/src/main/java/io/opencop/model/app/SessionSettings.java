package io.opencop.model.app;

import java.time.Duration;

/**
 * Clustered HTTP sessions of an app.
 *
 * @param timeout of a session nobody uses; null where the application's own descriptor says
 * @param unreachable what is done while the grid cannot be reached
 * @param duplicate what a second log-in of the same user does
 * @param userAttribute session attribute that says who is logged in, where the container does not
 *     know: {@code NAME} or {@code NAME:property.property}; null for what the manager knows
 * @param shared name of the group of apps that share sessions; null where it shares with none
 * @param domain of the session cookie, where apps that share sessions have hosts of their own below
 *     it; null for the host alone
 */
public record SessionSettings(
    Duration timeout,
    Unreachable unreachable,
    DuplicateLogin duplicate,
    String userAttribute,
    String shared,
    String domain) {

  /**
   * What keeps the sessions of this app apart from those of others. No app has a dot in its name.
   */
  public String group(String app) {
    return shared == null ? app : "shared." + shared;
  }

  /** What a request gets while the grid cannot be reached. */
  public enum Unreachable {
    /** Waits within its own time limit. */
    WAIT,
    /** Is served from the instance's own copy, and the state is shown as degraded. */
    LOCAL,
    /** Is refused with 503. */
    REFUSE
  }

  /** What the second log-in of one user does. */
  public enum DuplicateLogin {
    ALLOW,
    REFUSE_NEW,
    END_OLD
  }
}
