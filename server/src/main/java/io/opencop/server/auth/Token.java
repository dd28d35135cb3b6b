package io.opencop.server.auth;

import java.time.Instant;

/**
 * A token that opens the API, without its secret.
 *
 * @param id names it in cookies and links. Made from the token's hash, so that a token of the same
 *     name made later is another one, and what was signed in with the first stays out
 * @param created null where the platform did not make it
 * @param expires null where it does not end
 */
public record Token(
    String id, String name, Role role, Origin origin, Instant created, Instant expires) {
  /** Who made it. */
  public enum Origin {
    /** The first start: the file {@code admin.token}. */
    START,
    /** {@code auth.tokens}. */
    CONFIGURATION,
    /** Somebody who runs the platform, by {@code cop token create}. */
    CREATED
  }

  public boolean isOver(Instant now) {
    return expires != null && !expires.isAfter(now);
  }
}
