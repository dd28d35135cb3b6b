package io.opencop.sessions.tomcat.war;

import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.core.StandardContext;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.threads.ThreadPoolExecutor;

/** At SIGTERM: takes no new connection, lets requests under way end, then stops. */
final class Drain {
  private static final Logger LOG = Logger.getLogger(Drain.class.getName());
  private static final long LONGEST_NANOS = TimeUnit.SECONDS.toNanos(60);
  private static final long LOOK_EVERY_MILLIS = 20;

  private Drain() {}

  static void at(Tomcat tomcat, Connector connector, StandardContext context) {
    Runtime.getRuntime()
        .addShutdownHook(new Thread(() -> run(tomcat, connector, context), "drain"));
  }

  private static void run(Tomcat tomcat, Connector connector, StandardContext context) {
    connector.pause();
    connector.getProtocolHandler().closeServerSocketGraceful();
    long until = System.nanoTime() + LONGEST_NANOS;
    try {
      while (busy(connector, context) && System.nanoTime() - until < 0) {
        TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MILLIS);
      }
      tomcat.stop();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (LifecycleException e) {
      LOG.log(Level.SEVERE, e.toString(), e);
    }
  }

  /** Threads are counted, not requests: a response is sent after its request has ended. */
  private static boolean busy(Connector connector, StandardContext context) {
    Executor threads = connector.getProtocolHandler().getExecutor();
    return context.getInProgressAsyncCount() > 0
        || (threads instanceof ThreadPoolExecutor pool && pool.getActiveCount() > 0);
  }
}
