package io.opencop.sessions.manager;

import java.time.Duration;
import java.util.List;

/**
 * How an application's instance uses the grid.
 *
 * @param servers {@code host:port;host:port}
 * @param cache name of the grid's cache
 * @param app what keeps its sessions apart from those of other apps; apps that share one, share
 *     sessions
 * @param unreachable what to do when the grid is
 * @param waitAtMost before a waiting request is refused
 * @param maxAttributeBytes of one encoded attribute
 * @param allow further classes that attributes may be of: {@code com.acme.Cart}, {@code com.acme.*}
 *     (that package) or {@code com.acme.**} (and those below)
 */
public record SessionSettings(
    String servers,
    String user,
    String password,
    String cache,
    String app,
    Unreachable unreachable,
    Duration waitAtMost,
    int maxAttributeBytes,
    List<String> allow) {
  private static final int QUARTER_MEGABYTE = 256 * 1024;

  public SessionSettings {
    allow = List.copyOf(allow);
  }

  /** Refuses when unreachable, which loses nothing. */
  public static SessionSettings of(String servers, String user, String password, String app) {
    return new SessionSettings(
        servers,
        user,
        password,
        "sessions",
        app,
        Unreachable.REFUSE,
        Duration.ofSeconds(10),
        QUARTER_MEGABYTE,
        List.of());
  }

  public SessionSettings unreachable(Unreachable policy, Duration limit) {
    return new SessionSettings(
        servers, user, password, cache, app, policy, limit, maxAttributeBytes, allow);
  }

  public SessionSettings allow(List<String> classes) {
    return new SessionSettings(
        servers, user, password, cache, app, unreachable, waitAtMost, maxAttributeBytes, classes);
  }

  public SessionSettings maxAttributeBytes(int bytes) {
    return new SessionSettings(
        servers, user, password, cache, app, unreachable, waitAtMost, bytes, allow);
  }

  @Override
  public String toString() {
    return "SessionSettings[" + user + "@" + servers + " " + cache + " " + app + "]";
  }
}
