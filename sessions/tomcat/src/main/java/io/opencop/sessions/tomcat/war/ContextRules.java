package io.opencop.sessions.tomcat.war;

import io.opencop.sessions.manager.SessionMessage;
import java.util.logging.Logger;
import org.apache.catalina.Context;
import org.apache.catalina.Lifecycle;
import org.apache.catalina.LifecycleEvent;
import org.apache.catalina.LifecycleListener;
import org.apache.catalina.Manager;

/**
 * What the platform decides whatever the WAR's context.xml says. Sessions are the platform's; the
 * rest of the file stands.
 */
final class ContextRules implements LifecycleListener {
  private static final Logger LOG = Logger.getLogger(ContextRules.class.getName());

  private final Manager manager;

  ContextRules(Manager manager) {
    this.manager = manager;
  }

  @Override
  public void lifecycleEvent(LifecycleEvent event) {
    // context.xml has been read when the context was initialised.
    if (Lifecycle.BEFORE_START_EVENT.equals(event.getType())) {
      Context context = (Context) event.getLifecycle();
      Manager theirs = context.getManager();
      if (theirs != null && !theirs.equals(manager)) {
        LOG.warning(SessionMessage.MANAGER_REPLACED.here(theirs.getClass().getName()));
      }
      context.setManager(manager);
    }
  }
}
