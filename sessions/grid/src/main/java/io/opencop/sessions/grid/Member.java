package io.opencop.sessions.grid;

/**
 * One member of the grid at one moment.
 *
 * @param name stays the same over its restarts
 * @param endpoint {@code host:port} for clients
 * @param together how many members it sees, itself included; 0 while it is not ready
 */
public record Member(String name, String endpoint, State state, int together) {

  /** What a member can be. */
  public enum State {
    STARTING,
    READY,
    /** Has lost its majority: refuses reads and writes rather than diverge. */
    REFUSING,
    ENDED
  }
}
