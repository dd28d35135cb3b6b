package io.opencop.sessions.manager;

/**
 * A session as it was read from or written to the grid.
 *
 * @param version of the grid's entry; {@link #UNKNOWN} after a write, whose version is not told
 */
public record Stored(String id, long version, SessionState state) {
  static final long UNKNOWN = -1;
}
