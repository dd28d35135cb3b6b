package io.opencop.server.apps;

import io.opencop.model.message.CopException;
import io.opencop.model.message.Notice;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens the apps beside the start of the platform, which does not wait for them. */
public final class Hosting implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Hosting.class);
  private static final long WAIT_SECONDS = 10;

  private final CompletableFuture<AppHost> host = new CompletableFuture<>();

  /** Nothing is run, and whoever asks is told why. */
  public static Hosting off(Notice why) {
    Hosting off = new Hosting();
    off.host.completeExceptionally(new CopException(why));
    return off;
  }

  /** Opens it, unless it was closed before. */
  public synchronized void open(Supplier<AppHost> opener) {
    if (host.isDone()) {
      return;
    }
    try {
      host.complete(opener.get());
    } catch (RuntimeException e) {
      LOG.error("the apps could not be opened", e);
      host.completeExceptionally(
          new CopException(HostMessage.NOT_OPEN.with("reason", String.valueOf(e.getMessage())), e));
    }
  }

  /**
   * The host; waits while it opens.
   *
   * @throws CopException with the reason why there is none
   */
  public AppHost host() {
    try {
      return host.get(WAIT_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof CopException cop) {
        throw cop;
      }
      throw new IllegalStateException(e.getCause());
    } catch (TimeoutException e) {
      throw new CopException(HostMessage.NOT_OPEN.with("reason", "still opening"), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CopException(HostMessage.NOT_OPEN.with("reason", "interrupted"), e);
    }
  }

  /** The host where there is one now; waits for nothing. */
  public Optional<AppHost> now() {
    return host.isDone() && !host.isCompletedExceptionally()
        ? Optional.of(host.join())
        : Optional.empty();
  }

  @Override
  public synchronized void close() {
    if (!host.completeExceptionally(
            new CopException(HostMessage.NOT_OPEN.with("reason", "stopping")))
        && !host.isCompletedExceptionally()) {
      host.join().close();
    }
  }
}
