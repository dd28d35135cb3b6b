package io.opencop.sessions.manager;

import io.opencop.sessions.manager.users.Duplicates;
import io.opencop.sessions.manager.users.Pseudonyms;
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
 * @param timeoutSeconds of a session nobody uses; 0: as the application has it
 * @param logins how users are told apart
 * @param shared whether other apps use the same sessions
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
    List<String> allow,
    int timeoutSeconds,
    LoginSettings logins,
    SharedSettings shared) {
  private static final int QUARTER_MEGABYTE = 256 * 1024;

  public SessionSettings {
    allow = List.copyOf(allow);
  }

  /** Users are told apart by the container's word and Spring Security's; nothing is shared. */
  public SessionSettings(
      String servers,
      String user,
      String password,
      String cache,
      String app,
      Unreachable unreachable,
      Duration waitAtMost,
      int maxAttributeBytes,
      List<String> allow) {
    this(
        servers,
        user,
        password,
        cache,
        app,
        unreachable,
        waitAtMost,
        maxAttributeBytes,
        allow,
        0,
        new LoginSettings(
            Duplicates.ALLOW, LoginSettings.SPRING_SECURITY, Pseudonyms.ofPassword(password)),
        SharedSettings.NONE);
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
        servers,
        user,
        password,
        cache,
        app,
        policy,
        limit,
        maxAttributeBytes,
        allow,
        timeoutSeconds,
        logins,
        shared);
  }

  public SessionSettings allow(List<String> classes) {
    return new SessionSettings(
        servers,
        user,
        password,
        cache,
        app,
        unreachable,
        waitAtMost,
        maxAttributeBytes,
        classes,
        timeoutSeconds,
        logins,
        shared);
  }

  public SessionSettings maxAttributeBytes(int bytes) {
    return new SessionSettings(
        servers,
        user,
        password,
        cache,
        app,
        unreachable,
        waitAtMost,
        bytes,
        allow,
        timeoutSeconds,
        logins,
        shared);
  }

  public SessionSettings logins(LoginSettings how) {
    return new SessionSettings(
        servers,
        user,
        password,
        cache,
        app,
        unreachable,
        waitAtMost,
        maxAttributeBytes,
        allow,
        timeoutSeconds,
        how,
        shared);
  }

  public SessionSettings timeout(int seconds) {
    return new SessionSettings(
        servers,
        user,
        password,
        cache,
        app,
        unreachable,
        waitAtMost,
        maxAttributeBytes,
        allow,
        seconds,
        logins,
        shared);
  }

  /** With these duplicates and everything else about log-ins as it is. */
  public SessionSettings duplicates(Duplicates policy) {
    return logins(new LoginSettings(policy, logins.userAttribute(), logins.pseudonyms()));
  }

  public SessionSettings shared(SharedSettings how) {
    return new SessionSettings(
        servers,
        user,
        password,
        cache,
        app,
        unreachable,
        waitAtMost,
        maxAttributeBytes,
        allow,
        timeoutSeconds,
        logins,
        how);
  }

  @Override
  public String toString() {
    return "SessionSettings[" + user + "@" + servers + " " + cache + " " + app + "]";
  }
}
