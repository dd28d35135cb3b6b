package io.opencop.sessions.grid;

import java.util.List;

/**
 * What a client of the grid needs. Hot Rod and RESP are spoken on the same endpoints.
 *
 * @param endpoints {@code host:port} of each member
 * @param redis {@code host:port} for a client of RESP that knows one address only: whichever member
 *     is well answers there, if members share a port; else the first endpoint
 * @param cache name of the cache that holds sessions over Hot Rod; RESP has one of its own
 */
public record GridAccess(
    List<String> endpoints, String redis, String user, String password, String cache) {
  public GridAccess {
    endpoints = List.copyOf(endpoints);
  }

  /** Members that share no port. */
  public GridAccess(List<String> endpoints, String user, String password, String cache) {
    this(endpoints, endpoints.getFirst(), user, password, cache);
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
