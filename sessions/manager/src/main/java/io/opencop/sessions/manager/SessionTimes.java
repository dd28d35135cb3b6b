package io.opencop.sessions.manager;

/**
 * When a session ends. A request that changes nothing does not write each time, so the grid's idea
 * of the last access lags; a session therefore never ends early, and late by at most that lag.
 */
public final class SessionTimes {
  private static final long MOST = 60_000;

  /** How long the grid keeps a session that has ended, so that an instance can tell listeners. */
  private static final long UNTIL_TOLD_SECONDS = 180;

  private SessionTimes() {}

  /** How old the last access may get before a request that changed nothing writes it. */
  public static long touchMillis(int timeoutSeconds) {
    return timeoutSeconds <= 0 ? MOST : Math.min(MOST, timeoutSeconds * 1000L / 20);
  }

  public static boolean touchDue(SessionHeader stored, long now) {
    return now - stored.accessed() >= touchMillis(stored.timeoutSeconds());
  }

  public static boolean ended(SessionHeader header, long now) {
    if (header.over()) {
      return true;
    }
    int timeout = header.timeoutSeconds();
    return timeout > 0 && now - header.accessed() >= timeout * 1000L + touchMillis(timeout);
  }

  /** How long the grid keeps an entry after each write, in seconds; -1: for ever. */
  static int lifespanSeconds(SessionHeader header) {
    int timeout = header.timeoutSeconds();
    if (header.over()) {
      return (int) UNTIL_TOLD_SECONDS;
    }
    if (timeout <= 0) {
      return -1;
    }
    long all = timeout + touchMillis(timeout) / 1000 + UNTIL_TOLD_SECONDS;
    return (int) Math.min(Integer.MAX_VALUE, all);
  }
}
