package io.opencop.runtime.control.traffic;

import io.opencop.runtime.gateway.routes.Routes;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the gateway does, asked every tenth of a second, and only while somebody needs to know. It
 * is asked on a thread of its own: a gateway that does not answer holds up nobody.
 */
public final class Traffic implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Traffic.class);
  private static final long PAUSE_MILLIS = 100;

  private final Gateways gateways;
  private final Thread thread;
  private final Semaphore news = new Semaphore(0);
  private final CopyOnWriteArrayList<Runnable> listeners = new CopyOnWriteArrayList<>();
  private final Leaving leaving = new Leaving();
  private final Flow flow = new Flow();
  private volatile boolean wanted;
  private volatile boolean open = true;

  /** There was no gateway when it was looked. */
  private volatile boolean nobody;

  /** One is alive that does not say what it has in progress. */
  private volatile boolean silent;

  private volatile Optional<Sample> last = Optional.empty();

  /**
   * @param folder where routes are written and gateways leave their notes
   */
  public Traffic(Path folder) {
    this.gateways = new Gateways(folder);
    this.thread = Thread.ofPlatform().name("traffic").daemon().start(this::run);
  }

  /** Whether figures are needed from now on, beside those of instances that leave. */
  public void want(boolean yes) {
    if (yes && !wanted) {
      news.release();
    }
    wanted = yes;
  }

  /** Calls back, on this object's thread, whenever a request is held for an instance. */
  public void whenHeld(Runnable listener) {
    listeners.add(listener);
  }

  /** These routes are on disk. */
  public void published(Routes routes) {
    if (leaving.published(routes)) {
      news.release();
    }
  }

  /** What was seen last; empty where there is no gateway, or where it does not answer. */
  public Optional<Sample> last() {
    return last;
  }

  /** What went through in the last while. */
  public Flow flow() {
    return flow;
  }

  /**
   * Whether nothing is in progress at an address that gets no new requests: every gateway, also one
   * that was taken over from, has read the routes in which it leaves, and has nothing in flight for
   * it; or there is no gateway.
   *
   * @param address host and port
   */
  public boolean idle(String address) {
    if (nobody || !gateways.any()) {
      return true;
    }
    Optional<Long> since = leaving.since(address);
    Optional<Sample> now = last;
    return !silent
        && since.isPresent()
        && now.isPresent()
        && now.get().revision() >= since.get()
        && now.get().inFlight(address) == 0;
  }

  private void run() {
    while (open) {
      try {
        if (wanted || leaving.any()) {
          look();
        } else {
          last = Optional.empty();
        }
        if (news.tryAcquire(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
          news.drainPermits();
        }
      } catch (InterruptedException e) {
        // close() asks us to look at open.
      } catch (RuntimeException e) {
        LOG.error("the gateway is asked on after a failure", e);
      }
    }
  }

  private void look() throws InterruptedException {
    Gateways.Seen seen = gateways.look();
    silent = seen.silent() > 0;
    nobody = seen.nobody();
    seen.sample()
        .ifPresent(sample -> {
          flow.add(sample);
          leaving.forget(sample.revision());
          if (sample.anyHeld()) {
            listeners.forEach(Runnable::run);
          }
        });
    last = seen.sample();
  }

  @Override
  public void close() {
    open = false;
    thread.interrupt();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    gateways.close();
  }
}
