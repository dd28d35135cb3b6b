package io.opencop.sessions.manager;

/**
 * Where the grid is, and as whom one asks it.
 *
 * @param servers {@code host:port;host:port}
 * @param cache name of the grid's cache
 */
public record GridAddress(String servers, String user, String password, String cache) {
  @Override
  public String toString() {
    return user + "@" + servers + " " + cache;
  }
}
