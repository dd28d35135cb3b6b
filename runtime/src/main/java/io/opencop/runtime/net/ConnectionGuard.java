package io.opencop.runtime.net;

import io.netty.channel.Channel;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/**
 * Bounds the connections of a port: how many there are, and how long one may take to say what it
 * wants. Bytes that trickle in keep a connection from being idle, so what counts here is whole
 * request heads, not bytes (slow loris). Connections are watched from the moment they are accepted:
 * the HTTP layer learns of one only when its first request head is complete.
 */
public final class ConnectionGuard {
  /** Unless it is said: how long a peer may take nothing of what was sent. */
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final int most;
  private final Duration patience;
  private final long firstNanos;
  private final long idleNanos;
  private final Map<Object, Watch> accepted = new ConcurrentHashMap<>();
  private final Map<HttpConnection, Watch> speaking = new ConcurrentHashMap<>();
  private final LongAdder refused = new LongAdder();
  private final LongAdder tooSlow = new LongAdder();

  /** One connection: whether a request was seen, how many are in progress, and since when none. */
  private static final class Watch {
    private final Channel channel;
    private final AtomicInteger inProgress = new AtomicInteger();
    private volatile boolean spoke;
    private volatile long since = System.nanoTime();

    private Watch(Channel channel) {
      this.channel = channel;
    }

    private void done() {
      since = System.nanoTime();
      inProgress.decrementAndGet();
    }
  }

  /**
   * @param first time for the first request's head to arrive
   * @param idle time for the head of each later request
   */
  public ConnectionGuard(int most, Duration first, Duration idle) {
    this(most, first, idle, PATIENCE);
  }

  /**
   * @param patience how long a peer may take nothing of what was sent to it
   */
  public ConnectionGuard(int most, Duration first, Duration idle, Duration patience) {
    this.most = most;
    this.patience = patience;
    this.firstNanos = first.toNanos();
    this.idleNanos = idle.toNanos();
  }

  /** From the acceptor's event loop; false where there are too many already. */
  boolean admit(Channel channel) {
    Object peer = channel.remoteAddress();
    if (peer == null || accepted.size() >= most) {
      refused.increment();
      return false;
    }
    accepted.put(peer, new Watch(channel));
    channel.closeFuture().addListener(_ -> accepted.remove(peer));
    return true;
  }

  /** From the connection's event loop, when its protocol is known. */
  public void opened(HttpConnection connection) {
    // A peer that breaks the protocol is closed by the toolkit; the error log is not its to fill.
    connection.exceptionHandler(_ -> {});
    SocketAddress peer = connection.remoteAddress();
    Watch watch = accepted.get(new InetSocketAddress(peer.hostAddress(), peer.port()));
    if (watch != null) {
      speaking.put(connection, watch);
      connection.closeHandler(_ -> closed(connection));
    }
  }

  /** For whoever has a close handler of his own: a connection has but one. */
  public void closed(HttpConnection connection) {
    speaking.remove(connection);
  }

  /** One for whose response nobody else wants to know the end. */
  public Handler<HttpServerRequest> around(Handler<HttpServerRequest> handler) {
    return request -> {
      Request one = begin(request.connection());
      // Called whether the response ends well or the connection is lost.
      request.response().endHandler(_ -> one.end());
      handler.handle(request);
    };
  }

  /** A request that is being answered: its connection is not idle. */
  @FunctionalInterface
  public interface Request {
    /** Once for each. */
    void end();
  }

  /** A request's head has arrived. */
  public Request begin(HttpConnection connection) {
    Watch watch = speaking.get(connection);
    if (watch == null) {
      return () -> {};
    }
    watch.spoke = true;
    watch.inProgress.incrementAndGet();
    return watch::done;
  }

  /** Closes what has been silent, or slow, for too long; call it about every second. */
  public void sweep() {
    long now = System.nanoTime();
    for (Watch watch : accepted.values()) {
      long silent = now - watch.since;
      if (watch.inProgress.get() == 0 && silent > (watch.spoke ? idleNanos : firstNanos)) {
        tooSlow.increment();
        var _ = watch.channel.close();
      }
    }
  }

  Duration patience() {
    return patience;
  }

  public int connections() {
    return accepted.size();
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
