package io.opencop.sessions.member;

import java.util.concurrent.TimeUnit;
import org.infinispan.Cache;
import org.infinispan.commands.VisitableCommand;
import org.infinispan.commons.IllegalLifecycleStateException;
import org.infinispan.context.InvocationContext;
import org.infinispan.distribution.DistributionManager;
import org.infinispan.factories.ComponentRegistry;
import org.infinispan.interceptors.AsyncInterceptorChain;
import org.infinispan.interceptors.BaseAsyncInterceptor;

/**
 * Keeps a member that stood still (SIGSTOP, a frozen virtual machine, a very long collection) from
 * answering out of what it knew. The others have given it up meanwhile and gone on; until it hears
 * of that, which takes seconds, a session created meanwhile would be none to it. It answers what a
 * member says that is about to stop, so clients ask another one.
 */
final class PauseGuard extends BaseAsyncInterceptor {
  /** The others give a member up after eight seconds without a word, and each speaks every two. */
  private static final long PAUSE = TimeUnit.SECONDS.toNanos(5);

  /** Nobody gave it up: all stood still, or it was not long enough. Merging takes less. */
  private static final long DOUBT = TimeUnit.SECONDS.toNanos(15);

  private static final long EVERY_MILLIS = 100;

  private final DistributionManager distribution;
  private volatile long seen = System.nanoTime();

  /** Since when it is in doubt; meaningless where it is not. */
  private volatile long since;

  private volatile int topology;
  private volatile boolean doubtful;

  private PauseGuard(DistributionManager distribution) {
    this.distribution = distribution;
  }

  /** Watches from now on, and stands before this cache. */
  static PauseGuard of(Cache<?, ?> cache) {
    PauseGuard guard =
        new PauseGuard(ComponentRegistry.componentOf(cache, DistributionManager.class));
    Thread.ofPlatform().daemon().name("pause").start(guard::run);
    ComponentRegistry.componentOf(cache, AsyncInterceptorChain.class).addInterceptor(guard, 0);
    return guard;
  }

  private void run() {
    try {
      while (true) {
        doubtful();
        seen = System.nanoTime();
        Thread.sleep(EVERY_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Whether it stood still and has not heard from the others since. */
  boolean doubtful() {
    long now = System.nanoTime();
    if (!doubtful && now - seen < PAUSE) {
      return false;
    }
    return decide(now);
  }

  private synchronized boolean decide(long now) {
    if (!doubtful && now - seen >= PAUSE) {
      topology = topologyId();
      since = now;
      seen = now;
      doubtful = true;
    } else if (doubtful && (topologyId() != topology || now - since > DOUBT)) {
      doubtful = false;
    }
    return doubtful;
  }

  /** Whoever coordinates a grid that has this member tells it of each change. */
  private int topologyId() {
    return distribution.getCacheTopology().getTopologyId();
  }

  @Override
  public Object visitCommand(InvocationContext context, VisitableCommand command) {
    if (context.isOriginLocal() && doubtful()) {
      throw new IllegalLifecycleStateException("stood still; waits for the others");
    }
    return invokeNext(context, command);
  }
}
