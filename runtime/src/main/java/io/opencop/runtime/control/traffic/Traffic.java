package io.opencop.runtime.control.traffic;

import io.opencop.runtime.gateway.admin.AdminClient;
import io.opencop.runtime.gateway.admin.AdminNote;
import io.opencop.runtime.gateway.routes.Routes;
import java.io.IOException;
import java.net.ConnectException;
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

  private final Path note;
  private final Thread thread;
  private final Semaphore news = new Semaphore(0);
  private final CopyOnWriteArrayList<Runnable> listeners = new CopyOnWriteArrayList<>();
  private final Leaving leaving = new Leaving();
  private final Flow flow = new Flow();
  private volatile boolean wanted;
  private volatile boolean open = true;

  /** Nobody listens where the note says: it belongs to a gateway that is no more. */
  private volatile boolean refused;

  private volatile Optional<Sample> last = Optional.empty();
  private AdminNote known;
  private AdminClient client;
  private boolean told;

  /**
   * @param folder where routes are written and the gateway leaves its note
   */
  public Traffic(Path folder) {
    this.note = folder.resolve("gateway.json");
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
   * Whether nothing is in progress at an address that gets no new requests: the gateway has read
   * the routes in which it leaves, and has nothing in flight for it; or there is no gateway.
   *
   * @param address host and port
   */
  public boolean idle(String address) {
    if (refused || gone()) {
      return true;
    }
    Optional<Long> since = leaving.since(address);
    Optional<Sample> now = last;
    return since.isPresent()
        && now.isPresent()
        && now.get().revision() >= since.get()
        && now.get().inFlight(address) == 0;
  }

  /** No gateway has left a note, or the one that did is dead. */
  private boolean gone() {
    return AdminNote.read(note)
        .flatMap(n -> ProcessHandle.of(n.pid()))
        .filter(ProcessHandle::isAlive)
        .isEmpty();
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
    Optional<AdminNote> now = AdminNote.read(note);
    if (now.isEmpty()) {
      last = Optional.empty();
      return;
    }
    if (!now.get().equals(known)) {
      close(client);
      known = now.get();
      client = new AdminClient(known);
    }
    try {
      Sample sample = Sample.of(System.nanoTime(), client.stats());
      flow.add(sample);
      last = Optional.of(sample);
      leaving.forget(sample.revision());
      told = false;
      refused = false;
      if (sample.anyHeld()) {
        listeners.forEach(Runnable::run);
      }
    } catch (ConnectException e) {
      refused = true;
      last = Optional.empty();
    } catch (IOException e) {
      last = Optional.empty();
      if (!told && !gone()) {
        told = true;
        LOG.warn("the gateway does not say what it does: {}", e.toString());
      }
    }
  }

  private static void close(AdminClient client) {
    if (client != null) {
      client.close();
    }
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
    close(client);
  }
}
