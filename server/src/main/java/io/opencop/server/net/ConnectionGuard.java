package io.opencop.server.net;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/**
 * Bounds the connections of a port: how many there are, and how long one may take to say what it
 * wants. Bytes that trickle in keep a connection from being idle, so what counts here is whole
 * request heads, not bytes (slow loris).
 */
public final class ConnectionGuard {
  private final int most;
  private final long firstNanos;
  private final long idleNanos;
  private final Map<HttpConnection, Watch> open = new ConcurrentHashMap<>();
  private final LongAdder refused = new LongAdder();
  private final LongAdder tooSlow = new LongAdder();

  /** One connection: whether a request was seen, how many are in progress, and since when none. */
  private static final class Watch {
    private final AtomicInteger inProgress = new AtomicInteger();
    private volatile boolean spoke;
    private volatile long since = System.nanoTime();
  }

  /**
   * @param first time for the first request's head to arrive
   * @param idle time for the head of each later request
   */
  public ConnectionGuard(int most, Duration first, Duration idle) {
    this.most = most;
    this.firstNanos = first.toNanos();
    this.idleNanos = idle.toNanos();
  }

  void opened(HttpConnection connection) {
    if (open.size() >= most) {
      refused.increment();
      connection.close();
      return;
    }
    open.put(connection, new Watch());
    connection.closeHandler(_ -> open.remove(connection));
  }

  Handler<HttpServerRequest> around(Handler<HttpServerRequest> handler) {
    return request -> {
      Watch watch = open.get(request.connection());
      if (watch == null) {
        return;
      }
      watch.spoke = true;
      watch.inProgress.incrementAndGet();
      // Called whether the response ends well or the connection is lost.
      request.response().endHandler(_ -> done(watch));
      handler.handle(request);
    };
  }

  private static void done(Watch watch) {
    watch.since = System.nanoTime();
    watch.inProgress.updateAndGet(n -> Math.max(0, n - 1));
  }

  /** Closes what has been silent, or slow, for too long; call it about every second. */
  public void sweep() {
    long now = System.nanoTime();
    open.forEach((connection, watch) -> {
      long silent = now - watch.since;
      if (watch.inProgress.get() == 0 && silent > (watch.spoke ? idleNanos : firstNanos)) {
        tooSlow.increment();
        connection.close();
      }
    });
  }

  public int connections() {
    return open.size();
  }

  /** Connections closed at once because there were too many. */
  public long refused() {
    return refused.sum();
  }

  /** Connections closed because no request came in time. */
  public long tooSlow() {
    return tooSlow.sum();
  }
}
