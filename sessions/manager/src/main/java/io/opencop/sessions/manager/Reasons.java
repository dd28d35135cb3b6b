package io.opencop.sessions.manager;

import java.util.regex.Pattern;

/**
 * Why the grid was not reached, in its client's words, less the key that was asked for: it holds
 * the session's id, and who has that is logged in. These words go into answers, logs and figures.
 */
final class Reasons {
  private static final Pattern KEY =
      Pattern.compile("WrappedByteArray\\[[^\\]]*\\]|\\[B0x[0-9A-Fa-f.]*\\]?|\\bkey=[^,}\\s]*");
  private static final String TIMED_OUT = "timed out after";

  private Reasons() {}

  static String of(Throwable e) {
    String text = first(e);
    // The client tells of its operation with everything in it; that it took too long is enough.
    int late = text.lastIndexOf(TIMED_OUT);
    return late < 0 ? KEY.matcher(text).replaceAll("…") : text.substring(late);
  }

  /** Null where its own words name a key: a log prints them all. */
  static Throwable cause(Throwable e) {
    for (Throwable at = e; at != null; at = at.getCause()) {
      if (at.getMessage() != null && KEY.matcher(at.getMessage()).find()) {
        return null;
      }
    }
    return e;
  }

  private static String first(Throwable e) {
    Throwable first = e;
    while (first.getCause() != null) {
      first = first.getCause();
    }
    return first.getMessage() == null ? first.toString() : first.getMessage();
  }
}
