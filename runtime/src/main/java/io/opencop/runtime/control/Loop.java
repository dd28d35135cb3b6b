package io.opencop.runtime.control;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does one thing over and over, and at once where there is news. */
final class Loop implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Loop.class);
  private static final long TICK_MILLIS = 100;

  private final Runnable step;
  private final Semaphore news = new Semaphore(0);
  private final Thread thread;
  private volatile boolean open = true;

  Loop(String name, Runnable step) {
    this.step = step;
    this.thread = Thread.ofPlatform().name(name).daemon().unstarted(this::run);
  }

  void start() {
    thread.start();
  }

  void poke() {
    news.release();
  }

  private void run() {
    while (open) {
      try {
        step.run();
        if (news.tryAcquire(TICK_MILLIS, TimeUnit.MILLISECONDS)) {
          news.drainPermits();
        }
      } catch (InterruptedException e) {
        // close() asks us to look at open.
      } catch (RuntimeException e) {
        LOG.error("the loop goes on after a failure", e);
      }
    }
  }

  /** Returns when the last step is done. */
  @Override
  public void close() {
    open = false;
    thread.interrupt();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
