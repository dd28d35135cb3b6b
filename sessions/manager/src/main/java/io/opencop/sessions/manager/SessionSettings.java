package io.opencop.sessions.manager;

import io.opencop.sessions.manager.users.Duplicates;
import io.opencop.sessions.manager.users.Pseudonyms;
import java.time.Duration;
import java.util.List;

/**
 * How an application's instance uses the grid.
 *
 * @param app what keeps its sessions apart from those of other apps; apps that share one, share
 *     sessions
 * @param timeoutSeconds of a session nobody uses; 0: as the application has it
 * @param logins how users are told apart
 * @param shared whether other apps use the same sessions
 */
public record SessionSettings(
    GridAddress grid,
    String app,
    Outage outage,
    AttributeLimits attributes,
    int timeoutSeconds,
    LoginSettings logins,
    SharedSettings shared) {
  private static final int QUARTER_MEGABYTE = 256 * 1024;

  /**
   * Refuses when the grid is unreachable, which loses nothing. Users are told apart by the
   * container's word and Spring Security's; nothing is shared.
   */
  public static SessionSettings of(String servers, String user, String password, String app) {
    return new SessionSettings(
        new GridAddress(servers, user, password, "sessions"),
        app,
        new Outage(Unreachable.REFUSE, Duration.ofSeconds(10)),
        new AttributeLimits(QUARTER_MEGABYTE, List.of()),
        0,
        new LoginSettings(
            Duplicates.ALLOW, LoginSettings.SPRING_SECURITY, Pseudonyms.ofPassword(password)),
        SharedSettings.NONE);
  }

  /** In another cache of that grid. */
  public SessionSettings cache(String name) {
    GridAddress there = new GridAddress(grid.servers(), grid.user(), grid.password(), name);
    return new SessionSettings(there, app, outage, attributes, timeoutSeconds, logins, shared);
  }

  public SessionSettings unreachable(Unreachable policy, Duration limit) {
    Outage how = new Outage(policy, limit);
    return new SessionSettings(grid, app, how, attributes, timeoutSeconds, logins, shared);
  }

  public SessionSettings allow(List<String> classes) {
    AttributeLimits limits = new AttributeLimits(attributes.maxBytes(), classes);
    return new SessionSettings(grid, app, outage, limits, timeoutSeconds, logins, shared);
  }

  public SessionSettings maxAttributeBytes(int bytes) {
    AttributeLimits limits = new AttributeLimits(bytes, attributes.allow());
    return new SessionSettings(grid, app, outage, limits, timeoutSeconds, logins, shared);
  }

  public SessionSettings timeout(int seconds) {
    return new SessionSettings(grid, app, outage, attributes, seconds, logins, shared);
  }

  public SessionSettings logins(LoginSettings how) {
    return new SessionSettings(grid, app, outage, attributes, timeoutSeconds, how, shared);
  }

  /** With these duplicates and everything else about log-ins as it is. */
  public SessionSettings duplicates(Duplicates policy) {
    return logins(new LoginSettings(policy, logins.userAttribute(), logins.pseudonyms()));
  }

  public SessionSettings shared(SharedSettings how) {
    return new SessionSettings(grid, app, outage, attributes, timeoutSeconds, logins, how);
  }

  @Override
  public String toString() {
    return "SessionSettings[" + grid + " " + app + "]";
  }
}
