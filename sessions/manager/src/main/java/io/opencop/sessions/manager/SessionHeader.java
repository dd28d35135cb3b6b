package io.opencop.sessions.manager;

import java.util.List;

/**
 * What is known of a session besides its attributes.
 *
 * @param created when, in milliseconds of the epoch
 * @param accessed when it was used last, in milliseconds of the epoch; up to {@link
 *     SessionTimes#touchMillis} older than the truth
 * @param timeoutSeconds after which an unused session ends; 0 or less: never
 * @param user name of the user who logged in; empty where nobody did
 * @param roles of that user
 * @param authType how the user logged in; empty where nobody did
 * @param login pseudonym of whoever is logged in, by the container or by the application; empty
 *     where nobody is
 * @param over whether somebody else has ended it, and listeners have not been told yet: nobody is
 *     served from it any more
 */
public record SessionHeader(
    long created,
    long accessed,
    int timeoutSeconds,
    String user,
    List<String> roles,
    String authType,
    String login,
    boolean over) {
  public SessionHeader {
    roles = List.copyOf(roles);
  }

  /** Of a session that lives, where nobody keeps a list of users. */
  public SessionHeader(
      long created,
      long accessed,
      int timeoutSeconds,
      String user,
      List<String> roles,
      String authType) {
    this(created, accessed, timeoutSeconds, user, roles, authType, "", false);
  }

  public static SessionHeader anonymous(long created, int timeoutSeconds) {
    return new SessionHeader(created, created, timeoutSeconds, "", List.of(), "");
  }

  public SessionHeader accessed(long when) {
    return new SessionHeader(created, when, timeoutSeconds, user, roles, authType, login, over);
  }

  public SessionHeader login(String pseudonym) {
    return new SessionHeader(
        created, accessed, timeoutSeconds, user, roles, authType, pseudonym, over);
  }

  SessionHeader ended() {
    return new SessionHeader(created, accessed, timeoutSeconds, user, roles, authType, login, true);
  }
}
