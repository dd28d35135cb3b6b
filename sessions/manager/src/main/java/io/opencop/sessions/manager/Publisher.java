package io.opencop.sessions.manager;

import io.opencop.sessions.manager.statistics.Figures;
import io.opencop.sessions.manager.statistics.InstanceRecord;
import io.opencop.sessions.manager.statistics.RecordFormat;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Puts this instance's figures into the grid every few seconds, where they live a little longer
 * than that: an instance that is gone is gone from the figures. One instance at a time also counts
 * all sessions.
 */
final class Publisher implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(Publisher.class.getName());
  private static final long EVERY_MILLIS = 2_000;
  private static final int LIFESPAN_SECONDS = 10;

  private final FiguresCache cache;
  private final Census census;
  private final Supplier<InstanceRecord> record;
  private final Thread thread;
  private boolean failing;

  Publisher(GridClient grid, SessionSettings settings, Figures figures, Supplier<String> degraded) {
    Whoami me = Whoami.of(settings.app(), System.getenv());
    long started = System.currentTimeMillis();
    this.cache = new FiguresCache(grid, settings.grid().cache());
    this.census = new Census(grid, cache);
    this.record =
        () ->
            InstanceRecord.of(
                figures, me.app(), settings.app(), me.instance(), started, degraded.get());
    this.thread = new Thread(this::run, "opencop-session-figures");
    thread.setDaemon(true);
    // An application's loader must not live on through a thread of ours.
    thread.setContextClassLoader(Publisher.class.getClassLoader());
    thread.start();
  }

  private void run() {
    try {
      while (true) {
        // The first one at once: it connects, so that the first request need not.
        round();
        Thread.sleep(EVERY_MILLIS);
      }
    } catch (InterruptedException e) {
      // close()
    }
  }

  private void round() {
    try {
      InstanceRecord now = record.get();
      cache.put(
          FiguresCache.instance(now.group(), now.app(), now.instance()),
          RecordFormat.write(now),
          LIFESPAN_SECONDS);
      census.countIfDue();
      failing = false;
    } catch (RuntimeException e) {
      // Never a reason to disturb an application. Whether the grid is there, its requests say.
      LOG.log(
          failing ? Level.FINE : Level.INFO,
          e,
          () -> SessionMessage.NO_FIGURES.here(reason(e), cache.name()));
      failing = true;
    }
  }

  private static String reason(RuntimeException e) {
    return e instanceof SessionsUnavailableException away ? away.reason() : e.toString();
  }

  @Override
  public void close() {
    thread.interrupt();
    try {
      thread.join(EVERY_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
