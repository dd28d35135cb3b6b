package io.opencop.sessions.tomcat.war;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Tomcat logs through java.util.logging, which would take two lines for each record. */
final class Logs {
  private static final String FORMAT = "java.util.logging.SimpleFormatter.format";

  /** Held here: the JDK forgets a logger, and its level, that nobody holds. */
  private static final List<Logger> QUIET =
      List.of(
          // There is no web.xml but the application's,
          Logger.getLogger("org.apache.catalina.startup.ContextConfig"),
          // and its class loader has parents Tomcat does not know.
          Logger.getLogger("org.apache.catalina.loader.WebappLoader"));

  private Logs() {}

  /** Unless whoever starts this JVM decided otherwise. */
  static void oneLineEach() {
    if (System.getProperty(FORMAT) == null) {
      System.setProperty(FORMAT, "%1$tFT%1$tT.%1$tL%1$tz %4$s %3$s %5$s%6$s%n");
    }
    QUIET.forEach(logger -> logger.setLevel(Level.WARNING));
  }
}
