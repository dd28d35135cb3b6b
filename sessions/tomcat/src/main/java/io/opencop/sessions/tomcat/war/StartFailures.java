package io.opencop.sessions.tomcat.war;

import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.apache.catalina.Context;

/**
 * Why an application did not start. Tomcat writes that into its log only, so this listens: the
 * first serious record with an exception is the reason, what follows comes of it.
 */
final class StartFailures extends Handler {
  private static final Logger ROOT = Logger.getLogger("");

  private volatile Throwable first;
  private volatile String said;

  void listen() {
    setLevel(Level.SEVERE);
    ROOT.addHandler(this);
  }

  @Override
  public void publish(LogRecord log) {
    if (log.getLevel().intValue() < Level.SEVERE.intValue()) {
      return;
    }
    if (first == null) {
      first = log.getThrown();
    }
    if (said == null) {
      said = log.getMessage();
    }
  }

  /**
   * @throws IllegalStateException where the application is not available
   */
  void check(Context context) {
    if (!context.getState().isAvailable()) {
      throw new IllegalStateException(said == null ? context.getStateName() : said, first);
    }
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    ROOT.removeHandler(this);
  }
}
