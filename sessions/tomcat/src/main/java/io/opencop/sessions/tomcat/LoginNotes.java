package io.opencop.sessions.tomcat;

import java.util.List;
import java.util.Map;
import org.apache.catalina.authenticator.Constants;

/**
 * What a form log-in leaves in a session for its next request, which may meet another instance: the
 * page that was asked for, and the id it was asked with. They are stored beside the attributes
 * under names of their own. Notes with a password are not among them.
 */
final class LoginNotes {
  /** Note to name in the grid. */
  private static final Map<String, String> KEPT =
      Map.of(
          Constants.FORM_REQUEST_NOTE, "!login.request",
          Constants.SESSION_ID_NOTE, "!login.session-id");

  /** What they are made of besides values of the JDK. */
  static final List<String> CLASSES =
      List.of(
          "org.apache.catalina.authenticator.SavedRequest",
          "org.apache.tomcat.util.buf.AbstractChunk",
          "org.apache.tomcat.util.buf.ByteChunk",
          "jakarta.servlet.http.Cookie");

  private LoginNotes() {}

  /** The note's name in the grid; null where it stays in this instance. */
  static String key(String note) {
    return KEPT.get(note);
  }

  /** The note a name of the grid stands for; null where it is an attribute. */
  static String note(String key) {
    if (!key.startsWith("!")) {
      return null;
    }
    for (Map.Entry<String, String> each : KEPT.entrySet()) {
      if (each.getValue().equals(key)) {
        return each.getKey();
      }
    }
    return null;
  }
}
