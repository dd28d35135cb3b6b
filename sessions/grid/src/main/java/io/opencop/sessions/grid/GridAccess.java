package io.opencop.sessions.grid;

import java.util.List;

/**
 * What a client of the grid needs. Hot Rod and RESP are spoken on the same endpoints.
 *
 * @param endpoints {@code host:port} of each member
 * @param cache name of the cache that holds sessions over Hot Rod; RESP has one of its own
 */
public record GridAccess(List<String> endpoints, String user, String password, String cache) {
  public GridAccess {
    endpoints = List.copyOf(endpoints);
  }

  /** As Hot Rod clients write it: {@code host:port;host:port}. */
  public String servers() {
    return String.join(";", endpoints);
  }

  @Override
  public String toString() {
    return "GridAccess[" + user + "@" + servers() + " " + cache + "]";
  }
}
